package org.openimr.systemtest.containers;

import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.DockerClientFactory;

/** One {@link ContainerStack} for all tests: started by the first, stopped after the last. */
final class ContainerStackExtension implements ParameterResolver {
  private static final Namespace STORE = Namespace.create(ContainerStackExtension.class);

  private record Started(ContainerStack installation) implements AutoCloseable {
    @Override
    public void close() {
      installation.close();
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ContainerStack.class;
  }

  @Override
  public ContainerStack resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(STORE)
        .getOrComputeIfAbsent(ContainerStack.class, key -> start(), Started.class)
        .installation();
  }

  private static Started start() {
    if (!DockerClientFactory.instance().isDockerAvailable()) {
      fail(
          "No container engine answers, and these tests need one: start Docker, or point DOCKER_HOST"
              + " at it; on a Debian machine without any, as root:"
              + " .ci/engine start && eval \"$(.ci/engine env)\"");
    }
    return new Started(ContainerStack.start());
  }
}
