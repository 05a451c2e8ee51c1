package org.openimr.tools.benchmarks.latency;

import java.util.Arrays;
import java.util.Locale;

/** Times in milliseconds, by rank. */
final class LatencyPercentiles {
  private final long[] sorted;

  LatencyPercentiles(long[] milliseconds) {
    sorted = milliseconds.clone();
    Arrays.sort(sorted);
  }

  /**
   * The time that a share of all does not exceed.
   *
   * @param share 0 to 1
   */
  long valueAt(double share) {
    return sorted.length == 0
        ? 0
        : sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
  }

  /** The usual four in one cell of a table. */
  String describe() {
    return String.format(
        Locale.ROOT,
        "p50 %d ms, p90 %d ms, p99 %d ms, most %d ms",
        valueAt(0.5),
        valueAt(0.9),
        valueAt(0.99),
        valueAt(1));
  }
}
