package org.openimr.tools.benchmarks.parser;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * CPU time to scan texts of increasing size, in milliseconds; the minimum of several runs.
 *
 * @param kb10 time for 10 KB
 * @param mb time for 1 MB
 * @param mb10 time for 10 MB
 */
record GrowthMeasurement(double kb10, double mb, double mb10) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int KB = 1_000;
  private static final int MB = 1_000 * KB;
  private static final double SIZE_RATIO = 1_000;
  private static final double WARM_UP_MILLIS = 150;

  /** Long enough for the resolution of the clock. */
  private static final double BATCH_MILLIS = 1;

  private static final int BATCHES = 40;

  /** Measures the long texts first, so that all code is compiled for the short one. */
  static GrowthMeasurement measure(AdversarialText adversary) {
    Consumer<String> reader = adversary.reader();
    String shortText = adversary.textOfSize().apply(10 * KB);
    warmUp(reader, shortText);
    double mb10 = minMillis(reader, adversary.textOfSize().apply(10 * MB), 1, 2);
    double mb = minMillis(reader, adversary.textOfSize().apply(MB), 1, 5);
    int batch = (int) Math.ceil(BATCH_MILLIS / millis(reader, shortText, 10));
    double kb10 = minMillis(reader, shortText, batch, BATCHES);
    return new GrowthMeasurement(kb10, mb, mb10);
  }

  /** Time of 10 MB beyond a thousand times that of 10 KB, in milliseconds. */
  double excessMillis() {
    return Math.max(0, mb10 - kb10 * SIZE_RATIO);
  }

  /**
   * Growth of the time relative to the growth of the text.
   *
   * @param machine milliseconds of 10 MB that the machine needs for any scanner
   */
  double factorWithout(double machine) {
    return (mb10 - machine) / kb10 / SIZE_RATIO;
  }

  /** Same as above without a correction. */
  double factor() {
    return mb10 / kb10 / SIZE_RATIO;
  }

  GrowthMeasurement min(GrowthMeasurement other) {
    return new GrowthMeasurement(
        Math.min(kb10, other.kb10), Math.min(mb, other.mb), Math.min(mb10, other.mb10));
  }

  private static void warmUp(Consumer<String> reader, String text) {
    double spent = 0;
    while (spent < WARM_UP_MILLIS) {
      spent += millis(reader, text, 1);
    }
  }

  private static double minMillis(Consumer<String> reader, String text, int runs, int batches) {
    double min = Double.MAX_VALUE;
    for (int i = 0; i < batches; i++) {
      min = Math.min(min, millis(reader, text, runs));
    }
    return min;
  }

  private static double millis(Consumer<String> reader, String text, int runs) {
    long start = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < runs; i++) {
      reader.accept(text);
    }
    return (THREADS.getCurrentThreadCpuTime() - start) / 1e6 / runs;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "10 KB %.4f ms, 1 MB %.2f ms, 10 MB %.1f ms, growth %.2f",
        kb10,
        mb,
        mb10,
        factor());
  }
}
