package org.openimr.standalone.up;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.jline.utils.Signals;
import org.openimr.cli.console.ExitCode;

/** Handles Ctrl-C: the first requests a shutdown within five seconds, the second halts at once. */
public final class ShutdownSignals {
  private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(4);

  /** Needs a tenth of this on an idle machine; the last step deletes letters, so it must finish. */
  private static final Duration LAST_STEP_TIMEOUT = Duration.ofSeconds(5);

  private final AtomicBoolean interrupted = new AtomicBoolean();
  private final Runnable beforeHalt;

  private ShutdownSignals(Runnable beforeHalt) {
    this.beforeHalt = beforeHalt;
  }

  /**
   * Installs handlers for SIGINT and SIGTERM.
   *
   * @param beforeHalt runs before the process is halted because the shutdown takes too long
   */
  public static ShutdownSignals install(Runnable beforeHalt) {
    ShutdownSignals signals = new ShutdownSignals(beforeHalt);
    Signals.register("INT", signals::onSignal);
    Signals.register("TERM", signals::onSignal);
    return signals;
  }

  /** Whether a shutdown was requested. */
  public boolean isStopRequested() {
    return interrupted.get();
  }

  private void onSignal() {
    Duration left = interrupted.compareAndSet(false, true) ? SHUTDOWN_TIMEOUT : Duration.ZERO;
    Thread.ofPlatform().daemon().name("halt-timer").start(() -> haltAfter(left));
  }

  private void haltAfter(Duration left) {
    LockSupport.parkNanos(left.toNanos());
    Thread last = Thread.ofPlatform().daemon().name("last-step").start(beforeHalt);
    try {
      last.join(LAST_STEP_TIMEOUT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
  }
}
