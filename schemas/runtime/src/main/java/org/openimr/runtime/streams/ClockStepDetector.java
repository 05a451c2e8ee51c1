package org.openimr.runtime.streams;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.openimr.runtime.log.SafeFailureText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the machine's clock is set back.
 *
 * <p>Kafka's consumers send heartbeats, and Streams commits, when the clock has come to a certain
 * time: set back by two hours, they do neither for two hours. Made anew, they count from the new
 * time.
 */
public final class ClockStepDetector implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClockStepDetector.class);
  private static final Duration PERIOD = Duration.ofMillis(500);

  /** Less than this no one who waits would notice. */
  private static final Duration MIN_STEP = Duration.ofSeconds(2);

  private final LongSupplier wallMillis;
  private final LongSupplier steadyNanos;
  private final Runnable action;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("imr-clock").factory());
  private long ahead;

  ClockStepDetector(LongSupplier wallMillis, LongSupplier steadyNanos, Runnable action) {
    this.wallMillis = wallMillis;
    this.steadyNanos = steadyNanos;
    this.action = action;
    this.ahead = ahead();
  }

  /**
   * Begins to look.
   *
   * @param action what is to be done each time, on the watch's own thread
   */
  public static ClockStepDetector start(Runnable action) {
    ClockStepDetector watch =
        new ClockStepDetector(System::currentTimeMillis, System::nanoTime, action);
    watch.thread.scheduleWithFixedDelay(
        watch::check, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  void check() {
    long now = ahead();
    long back = ahead - now;
    ahead = now;
    if (back >= MIN_STEP.toMillis()) {
      LOG.warn("the clock was set back by {} s", TimeUnit.MILLISECONDS.toSeconds(back));
      try {
        action.run();
      } catch (RuntimeException e) {
        LOG.error("nothing was done about the clock: {}", SafeFailureText.classChain(e));
      }
    }
  }

  /** By how much the clock on the wall is ahead of the one that is never set. */
  private long ahead() {
    return wallMillis.getAsLong() - TimeUnit.NANOSECONDS.toMillis(steadyNanos.getAsLong());
  }
}
