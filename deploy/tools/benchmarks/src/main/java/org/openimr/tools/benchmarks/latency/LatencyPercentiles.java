package org.openimr.tools.benchmarks.latency;

import java.util.Locale;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;

/** Formats latencies that were recorded in milliseconds. */
final class LatencyPercentiles {
  /** Values up to 2,047 ms are exact, larger ones to three digits. */
  private static final int SIGNIFICANT_DIGITS = 3;

  private LatencyPercentiles() {}

  /** Records latencies in a histogram. */
  static Histogram histogram(LongStream milliseconds) {
    Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
    milliseconds.forEach(value -> histogram.recordValue(Math.max(0, value)));
    return histogram;
  }

  /** The median, two more percentiles and the maximum, for a cell of a table. */
  static String describe(Histogram latencies) {
    return String.format(
        Locale.ROOT,
        "p50 %d ms, p90 %d ms, p99 %d ms, max %d ms",
        latencies.getValueAtPercentile(50),
        latencies.getValueAtPercentile(90),
        latencies.getValueAtPercentile(99),
        latencies.getMaxValue());
  }
}
