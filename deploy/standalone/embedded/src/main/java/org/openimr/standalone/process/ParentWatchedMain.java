package org.openimr.standalone.process;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Main class of a child process. It runs another main class and exits at the end of standard input,
 * which the kernel closes when the parent terminates, even after {@code kill -9}.
 */
public final class ParentWatchedMain {
  /** Time for an orderly shutdown before the process is halted. */
  private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(3);

  private ParentWatchedMain() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread.ofPlatform().daemon().name("parent-watch").start(ParentWatchedMain::exitWithParent);
    try {
      Class.forName(arguments[0])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(arguments[0] + " failed", e.getCause());
    }
  }

  private static void exitWithParent() {
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException e) {
      System.err.println("Standard input cannot be read; assuming that the parent has exited");
    }
    Thread.ofPlatform().daemon().start(() -> System.exit(0));
    LockSupport.parkNanos(SHUTDOWN_TIMEOUT.toNanos());
    Runtime.getRuntime().halt(0);
  }
}
