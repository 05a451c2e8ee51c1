package org.openimr.standalone.up;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jline.utils.Signals;

/** Ctrl-C: the first time an orderly end within five seconds, the second time an end at once. */
public final class ShutdownSignals {
  /** Exit code of a process that SIGINT ended, by the shells' convention. */
  public static final int EXIT_CODE = 130;

  private static final Duration ORDERLY_END = Duration.ofMillis(4000);

  /** Takes a tenth of it on an idle machine; a busy one must not leave letters behind. */
  private static final Duration MAX_LAST_STEP = Duration.ofSeconds(5);

  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final Runnable beforeHalt;

  private ShutdownSignals(Runnable beforeHalt) {
    this.beforeHalt = beforeHalt;
  }

  /**
   * Watches for SIGINT and SIGTERM from now on.
   *
   * @param beforeHalt what must not be left undone, in case that the orderly end takes too long
   */
  public static ShutdownSignals install(Runnable beforeHalt) {
    ShutdownSignals interrupts = new ShutdownSignals(beforeHalt);
    Signals.register("INT", interrupts::signalled);
    Signals.register("TERM", interrupts::signalled);
    return interrupts;
  }

  /** Whether the end was asked for. */
  public boolean isStopRequested() {
    return interrupted.get();
  }

  private void signalled() {
    Duration left = interrupted.compareAndSet(false, true) ? ORDERLY_END : Duration.ZERO;
    Thread.ofPlatform().daemon().name("end-limit").start(() -> endAfter(left));
  }

  private void endAfter(Duration left) {
    LockSupport.parkNanos(left.toNanos());
    Thread last = Thread.ofPlatform().daemon().name("last-step").start(beforeHalt);
    try {
      last.join(MAX_LAST_STEP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(EXIT_CODE);
  }
}
