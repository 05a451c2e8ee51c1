package org.openimr.ingest.extract.worker;

import java.time.Duration;

/**
 * The CPU time that a process has spent on one document, and its limit. Wall-clock time would
 * penalize documents for a busy machine.
 */
record CpuTimeLimit(
    ProcessHandle process, Duration limit, Duration cpuTimeBefore, long startNanos) {
  /** Minimum wall-clock time to wait for a document; a letter takes 4 ms. */
  private static final Duration MIN_WALL_TIME = Duration.ofSeconds(30);

  /**
   * A document that used at least this fraction of the CPU limit when the wait ends is slow itself;
   * below it, the machine did not run the process.
   */
  private static final int MIN_PROGRESS_DIVISOR = 10;

  private static final long CHECKS_PER_LIMIT = 20;
  private static final long MAX_CHECK_INTERVAL_MILLIS = 100;

  /** Progress of a document against the limit. */
  enum State {
    WITHIN,
    TOO_SLOW,
    STARVED
  }

  /** Starts to measure now. */
  static CpuTimeLimit from(ProcessHandle process, Duration limit) {
    return new CpuTimeLimit(process, limit, cpuTime(process), System.nanoTime());
  }

  /** The time between two checks of a limit. */
  static Duration checkInterval(Duration limit) {
    return Duration.ofMillis(
        Math.clamp(limit.toMillis() / CHECKS_PER_LIMIT, 1, MAX_CHECK_INTERVAL_MILLIS));
  }

  State state() {
    Duration worked = cpuTime(process).minus(cpuTimeBefore);
    Duration waited = Duration.ofNanos(System.nanoTime() - startNanos);
    if (worked.compareTo(limit) >= 0) {
      return State.TOO_SLOW;
    }
    if (waited.compareTo(maxWait(limit)) < 0) {
      return State.WITHIN;
    }
    return worked.multipliedBy(MIN_PROGRESS_DIVISOR).compareTo(limit) >= 0
        ? State.TOO_SLOW
        : State.STARVED;
  }

  /** Returns the maximum wall-clock time to wait for a document. */
  static Duration maxWait(Duration limit) {
    return limit.compareTo(MIN_WALL_TIME) > 0 ? limit : MIN_WALL_TIME;
  }

  /** CPU time of all threads of a process since its start, in steps of about 10 ms. */
  private static Duration cpuTime(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
