package org.openimr.runtime.bootstrap;

import java.util.ArrayDeque;
import java.util.Deque;
import org.openimr.runtime.log.SafeFailureText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The parts of a service; closed in the reverse order of their opening, whatever fails. */
public final class ServiceResources implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceResources.class);

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** Keeps a part until the end. */
  public <T extends AutoCloseable> T register(T part) {
    open.push(part);
    return part;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.warn("a part did not close: {}", SafeFailureText.classChain(e));
      }
    }
  }
}
