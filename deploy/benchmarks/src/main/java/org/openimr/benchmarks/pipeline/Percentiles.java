package org.openimr.benchmarks.pipeline;

import java.util.Arrays;
import java.util.Locale;

/** Times in milliseconds, by rank. */
final class Percentiles {
  private final long[] sorted;

  Percentiles(long[] milliseconds) {
    sorted = milliseconds.clone();
    Arrays.sort(sorted);
  }

  /**
   * The time that a share of all does not exceed.
   *
   * @param share 0 to 1
   */
  long at(double share) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
  }

  /** The usual four in one cell of a table. */
  String described() {
    return String.format(
        Locale.ROOT,
        "p50 %d ms, p90 %d ms, p99 %d ms, most %d ms",
        at(0.5),
        at(0.9),
        at(0.99),
        at(1));
  }
}
