package org.openimr.runtime.streams;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.openimr.runtime.bootstrap.PeriodicTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Detects that the machine's clock was set back.
 *
 * <p>Kafka's consumers send heartbeats, and Streams commits, when the clock reaches a certain time:
 * after the clock was set back by two hours, they do neither for two hours. New consumers start
 * from the new time.
 */
public final class ClockStepDetector implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClockStepDetector.class);
  private static final Duration PERIOD = Duration.ofMillis(500);

  /** Smaller steps delay heartbeats and commits by less than users notice. */
  private static final Duration MIN_STEP = Duration.ofSeconds(2);

  private final LongSupplier wallMillis;
  private final LongSupplier steadyNanos;
  private final Runnable action;
  private final PeriodicTask task = new PeriodicTask("imr-clock", PERIOD, this::check);
  private long offset;

  ClockStepDetector(LongSupplier wallMillis, LongSupplier steadyNanos, Runnable action) {
    this.wallMillis = wallMillis;
    this.steadyNanos = steadyNanos;
    this.action = action;
    this.offset = offset();
  }

  /**
   * Starts a detector.
   *
   * @param action runs after each step back, on the detector's thread
   */
  public static ClockStepDetector start(Runnable action) {
    ClockStepDetector detector =
        new ClockStepDetector(System::currentTimeMillis, System::nanoTime, action);
    return detector.start();
  }

  ClockStepDetector start() {
    task.startDelayed();
    return this;
  }

  @Override
  public void close() {
    task.close();
  }

  void check() {
    long now = offset();
    long step = offset - now;
    offset = now;
    if (step >= MIN_STEP.toMillis()) {
      LOG.warn("the clock was set back by {} s", TimeUnit.MILLISECONDS.toSeconds(step));
      action.run();
    }
  }

  /** Milliseconds by which the wall clock is ahead of the monotonic clock. */
  private long offset() {
    return wallMillis.getAsLong() - TimeUnit.NANOSECONDS.toMillis(steadyNanos.getAsLong());
  }
}
