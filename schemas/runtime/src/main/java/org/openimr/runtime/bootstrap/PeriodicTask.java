package org.openimr.runtime.bootstrap;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.openimr.runtime.log.SafeFailureText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs an action again and again on a daemon thread of its own until closed.
 *
 * <p>A failure never ends the schedule, not even an {@link Error}: {@link ScheduledExecutorService}
 * alone would cancel it silently. A failure is logged by its classes, and again only when they
 * change or after a run without failure.
 */
public final class PeriodicTask implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PeriodicTask.class);

  /** The action of a task. */
  @FunctionalInterface
  public interface PeriodicAction {
    void run() throws Exception;
  }

  private final String name;
  private final Duration interval;
  private final PeriodicAction action;
  private final ScheduledExecutorService thread;
  private String lastFailure = "";

  /**
   * A task that is not started yet.
   *
   * @param name of the thread, for logs and thread dumps
   * @param interval from the end of one run to the start of the next
   */
  public PeriodicTask(String name, Duration interval, PeriodicAction action) {
    this.name = name;
    this.interval = interval;
    this.action = action;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name).factory());
  }

  /** Starts the task; the first run is now. */
  public void start() {
    start(Duration.ZERO);
  }

  /** Starts the task; the first run is after one interval. */
  public void startDelayed() {
    start(interval);
  }

  private void start(Duration initialDelay) {
    // runOnce throws nothing, so the future never fails
    var unused =
        thread.scheduleWithFixedDelay(
            this::runOnce, initialDelay.toNanos(), interval.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Whether the task was closed; a run may still be ending. */
  public boolean isClosed() {
    return thread.isShutdown();
  }

  /** Interrupts a run in progress and does not wait for its end. */
  @Override
  public void close() {
    thread.shutdownNow();
  }

  private void runOnce() {
    try {
      action.run();
      lastFailure = "";
    } catch (Throwable e) {
      report(SafeFailureText.classChain(e));
    }
  }

  private void report(String failure) {
    if (!isClosed() && !failure.equals(lastFailure)) {
      LOG.error("periodic task {} failed and will run again: {}", name, failure);
    }
    lastFailure = failure;
  }
}
