package org.openimr.standalone.process;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * Main class of a child process: runs another main class and ends it at the end of standard input,
 * which the kernel closes however the parent ends, {@code kill -9} included.
 */
public final class ParentWatchedMain {
  /** Time to write what is held; a killed parent leaves no longer to wait. */
  private static final Duration ORDERLY_END = Duration.ofSeconds(3);

  private ParentWatchedMain() {}

  public static void main(String[] arguments) throws ReflectiveOperationException {
    Thread.ofPlatform().daemon().name("parent-watch").start(ParentWatchedMain::endWithParent);
    try {
      Class.forName(arguments[0])
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(arguments[0] + " ended with an error", e.getCause());
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
