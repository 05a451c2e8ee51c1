package org.openimr.runtime.bootstrap;

import java.util.ArrayDeque;
import java.util.Deque;
import org.openimr.runtime.log.SafeFailureText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Open resources of a service, closed in reverse order; a failure does not keep others open. */
public final class ServiceResources implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceResources.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** Registers a resource to be closed and returns it. */
  public <T extends AutoCloseable> T register(T resource) {
    open.push(resource);
    return resource;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.warn("failed to close a resource: {}", SafeFailureText.classChain(e));
      }
    }
  }
}
