package org.openimr.ingest.extract;

import java.time.Duration;

/**
 * How much a process has worked on one document, in time of a processor: on a busy machine a letter
 * may take long by the clock on the wall, which is no fault of it.
 */
record WorkTime(ProcessHandle process, Duration limit, Duration before, long startNanos) {
  /** By the clock on the wall; a letter works 4 ms. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** After so much of the limit, and all the patience, it is not the machine. */
  private static final int TENTH = 10;

  private static final long LOOKS = 20;
  private static final long LONGEST_LOOK_MILLIS = 100;

  /** What is to be done about it. */
  enum Verdict {
    WITHIN,
    TOO_SLOW,
    NO_TIME_GIVEN
  }

  /** Counts from now. */
  static WorkTime from(ProcessHandle process, Duration limit) {
    return new WorkTime(process, limit, processor(process), System.nanoTime());
  }

  /** Time from one look to the next, ms. */
  long look() {
    return Math.clamp(limit.toMillis() / LOOKS, 1, LONGEST_LOOK_MILLIS);
  }

  Verdict verdict() {
    Duration worked = processor(process).minus(before);
    Duration waited = Duration.ofNanos(System.nanoTime() - startNanos);
    if (worked.compareTo(limit) >= 0) {
      return Verdict.TOO_SLOW;
    }
    if (waited.compareTo(longest(limit)) < 0) {
      return Verdict.WITHIN;
    }
    return worked.multipliedBy(TENTH).compareTo(limit) >= 0
        ? Verdict.TOO_SLOW
        : Verdict.NO_TIME_GIVEN;
  }

  /** No document is waited for longer than this, by the clock on the wall. */
  static Duration longest(Duration limit) {
    return limit.compareTo(PATIENCE) > 0 ? limit : PATIENCE;
  }

  /** Of all its threads since its start; by tens of milliseconds. */
  private static Duration processor(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
