package org.openimr.tools.benchmarks.replay;

import org.openimr.tools.benchmarks.report.BenchmarkReport;

/** What {@code imr bench scaling} changes, and to which values. */
enum ScalingParameter {
  partitions("partitions of each topic", 1, 2, 4, 8, 12),
  instances("processes of enrich", 1, 2),
  store("cases in the store before", 0, 400_000, 1_700_000),
  commit("commit.interval.ms", 50, 100, 250, 500, 1_000, 2_000),
  batch("producer.batch.size, KiB", 16, 64, 128, 512),
  threads("stream threads", 1, 2, 3, 4),
  heap("heap, MB", 256, 512, 768);

  private static final int THOUSAND = 1_000;
  private static final int MILLION = 1_000_000;

  private final String axisLabel;
  private final int[] values;

  ScalingParameter(String along, int... values) {
    this.axisLabel = along;
    this.values = values;
  }

  /** What is changed, with its unit. */
  String axisLabel() {
    return axisLabel;
  }

  /** The values that are tried, from left to right. */
  int[] steps() {
    return values.clone();
  }

  /** A value as it fits below a small plot: {@code 400 k}. */
  static String label(int value) {
    if (value >= MILLION) {
      return BenchmarkReport.format("%.1f M", value / (double) MILLION);
    }
    return value >= THOUSAND ? value / THOUSAND + " k" : Integer.toString(value);
  }

  /** A value with what it is of. */
  String described(int value) {
    return axisLabel + ": " + BenchmarkReport.format("%,d", value);
  }

  /** Sets a value where the command line has another. */
  void set(ReplayOptions options, int value) {
    switch (this) {
      case partitions -> options.partitions = value;
      case instances -> {
        options.instances = value;
        options.threads = Math.max(1, options.threads / value);
      }
      case store -> options.store = value;
      case commit -> options.bench.kafka.put("commit.interval.ms", Integer.toString(value));
      case batch -> options.bench.kafka.put("producer.batch.size", Integer.toString(value * 1024));
      case threads -> options.threads = value;
      case heap -> options.heap = value;
    }
  }
}
