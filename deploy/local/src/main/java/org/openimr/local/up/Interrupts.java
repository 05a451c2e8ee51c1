package org.openimr.local.up;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jline.utils.Signals;

/** Ctrl-C: the first time an orderly end within five seconds, the second time an end at once. */
public final class Interrupts {
  /** Exit code of a process that SIGINT ended, by the shells' convention. */
  public static final int EXIT_CODE = 130;

  private static final Duration ORDERLY_END = Duration.ofMillis(4500);

  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final Runnable beforeHalt;

  private Interrupts(Runnable beforeHalt) {
    this.beforeHalt = beforeHalt;
  }

  /**
   * Watches for SIGINT and SIGTERM from now on.
   *
   * @param beforeHalt what must not be left undone, in case that the orderly end takes too long
   */
  public static Interrupts watch(Runnable beforeHalt) {
    Interrupts interrupts = new Interrupts(beforeHalt);
    Signals.register("INT", interrupts::signalled);
    Signals.register("TERM", interrupts::signalled);
    return interrupts;
  }

  /** Whether the end was asked for. */
  public boolean asked() {
    return interrupted.get();
  }

  private void signalled() {
    if (!interrupted.compareAndSet(false, true)) {
      Runtime.getRuntime().halt(EXIT_CODE);
    }
    Thread.ofPlatform().daemon().name("end-limit").start(this::endInTime);
  }

  private void endInTime() {
    LockSupport.parkNanos(ORDERLY_END.toNanos());
    beforeHalt.run();
    Runtime.getRuntime().halt(EXIT_CODE);
  }
}
