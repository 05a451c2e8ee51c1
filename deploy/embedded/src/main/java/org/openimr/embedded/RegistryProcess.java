package org.openimr.embedded;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Main class of the registry's own JVM. It runs the registry and ends it at the end of standard
 * input, which the kernel closes however the parent ends, {@code kill -9} included.
 */
final class RegistryProcess {
  /** Time for the database to write what it holds; a killed parent leaves no longer to wait. */
  private static final Duration ORDERLY_END = Duration.ofSeconds(3);

  private static final String REGISTRY_MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";

  private RegistryProcess() {}

  public static void main(String[] args) throws ReflectiveOperationException {
    Thread.ofPlatform().daemon().name("parent-watch").start(RegistryProcess::endWithParent);
    try {
      Class.forName(REGISTRY_MAIN)
          .getMethod("main", String[].class)
          .invoke(null, (Object) new String[0]);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("The registry ended with an error", e.getCause());
    }
  }

  private static void endWithParent() {
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException e) {
      System.err.println("Standard input can't be read, so the parent is taken for gone");
    }
    Thread.ofPlatform().daemon().start(() -> System.exit(0));
    LockSupport.parkNanos(ORDERLY_END.toNanos());
    Runtime.getRuntime().halt(0);
  }
}
