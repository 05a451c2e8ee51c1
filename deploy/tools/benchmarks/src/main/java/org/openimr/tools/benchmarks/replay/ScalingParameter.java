package org.openimr.tools.benchmarks.replay;

import org.openimr.tools.benchmarks.report.BenchmarkReport;

/** Parameters of {@code imr bench scaling} and their values. */
enum ScalingParameter {
  partitions("partitions per topic", 1, 2, 4, 8, 12),
  instances("processes of enrich", 1, 2),
  store("stored cases", 0, 400_000, 1_700_000),
  commit("commit.interval.ms", 50, 100, 250, 500, 1_000, 2_000),
  batch("producer.batch.size, KiB", 16, 64, 128, 512),
  threads("stream threads", 1, 2, 3, 4),
  heap("heap, MB", 256, 512, 768);

  private static final int THOUSAND = 1_000;
  private static final int MILLION = 1_000_000;

  private final String axisLabel;
  private final int[] values;

  ScalingParameter(String axisLabel, int... values) {
    this.axisLabel = axisLabel;
    this.values = values;
  }

  /** Name of the parameter with its unit. */
  String axisLabel() {
    return axisLabel;
  }

  /** The measured values, from left to right. */
  int[] steps() {
    return values.clone();
  }

  /** Short label of a value, for example {@code 400 k}. */
  static String label(int value) {
    if (value >= MILLION) {
      return BenchmarkReport.format("%.1f M", value / (double) MILLION);
    }
    return value >= THOUSAND ? value / THOUSAND + " k" : Integer.toString(value);
  }

  /** Formats a value with the name of the parameter. */
  String describe(int value) {
    return axisLabel + ": " + BenchmarkReport.format("%,d", value);
  }

  /** Sets a value, overriding the command line. */
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
