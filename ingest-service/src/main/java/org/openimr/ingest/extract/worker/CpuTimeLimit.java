package org.openimr.ingest.extract.worker;

import java.time.Duration;

/**
 * How much a process has worked on one document, in time of a processor: on a busy machine a letter
 * may take long by the clock on the wall, which is no fault of it.
 */
record CpuTimeLimit(
    ProcessHandle process, Duration limit, Duration cpuTimeBefore, long startNanos) {
  /** By the clock on the wall; a letter works 4 ms. */
  private static final Duration MIN_WALL_TIME = Duration.ofSeconds(30);

  /** After so much of the limit, and all the patience, it is not the machine. */
  private static final int TENTH = 10;

  private static final long CHECKS_PER_LIMIT = 20;
  private static final long MAX_CHECK_INTERVAL_MILLIS = 100;

  /** What is to be done about it. */
  enum State {
    WITHIN,
    TOO_SLOW,
    STARVED
  }

  /** Counts from now. */
  static CpuTimeLimit from(ProcessHandle process, Duration limit) {
    return new CpuTimeLimit(process, limit, processor(process), System.nanoTime());
  }

  /** The time between two checks of a limit. */
  static Duration checkInterval(Duration limit) {
    return Duration.ofMillis(
        Math.clamp(limit.toMillis() / CHECKS_PER_LIMIT, 1, MAX_CHECK_INTERVAL_MILLIS));
  }

  State state() {
    Duration worked = processor(process).minus(cpuTimeBefore);
    Duration waited = Duration.ofNanos(System.nanoTime() - startNanos);
    if (worked.compareTo(limit) >= 0) {
      return State.TOO_SLOW;
    }
    if (waited.compareTo(maxWait(limit)) < 0) {
      return State.WITHIN;
    }
    return worked.multipliedBy(TENTH).compareTo(limit) >= 0 ? State.TOO_SLOW : State.STARVED;
  }

  /** No document is waited for longer than this, by the clock on the wall. */
  static Duration maxWait(Duration limit) {
    return limit.compareTo(MIN_WALL_TIME) > 0 ? limit : MIN_WALL_TIME;
  }

  /** Of all its threads since its start; by tens of milliseconds. */
  private static Duration processor(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
