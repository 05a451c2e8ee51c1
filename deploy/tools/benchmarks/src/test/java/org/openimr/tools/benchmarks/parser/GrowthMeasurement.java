package org.openimr.tools.benchmarks.parser;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What a text grown a thousandfold costs to read, in milliseconds on the processor of the reading
 * thread, the least of several runs.
 *
 * @param kb10 of 10 KB
 * @param mb of 1 MB
 * @param mb10 of 10 MB
 */
record GrowthMeasurement(double kb10, double mb, double mb10) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int KB = 1_000;
  private static final int MB = 1_000 * KB;
  private static final double TIMES_LONGER = 1_000;
  private static final double WARM_UP_MILLIS = 150;

  /** Long enough that the clock's own error does not show. */
  private static final double BATCH_MILLIS = 1;

  private static final int BATCHES = 40;

  /** The long texts are read first: by the short one's turn all code is as fast as it gets. */
  static GrowthMeasurement measure(AdversarialText adversary) {
    Consumer<String> reader = adversary.reader();
    String shortText = adversary.textOfSize().apply(10 * KB);
    warmUp(reader, shortText);
    double mb10 = least(reader, adversary.textOfSize().apply(10 * MB), 1, 2);
    double mb = least(reader, adversary.textOfSize().apply(MB), 1, 5);
    int batch = (int) Math.ceil(BATCH_MILLIS / millis(reader, shortText, 10));
    double kb10 = least(reader, shortText, batch, BATCHES);
    return new GrowthMeasurement(kb10, mb, mb10);
  }

  /** What 10 MB cost beyond a thousand times 10 KB, in milliseconds. */
  double millisBeyondLength() {
    return Math.max(0, mb10 - kb10 * TIMES_LONGER);
  }

  /**
   * By how much more the time grew than the length.
   *
   * @param machine milliseconds of 10 MB that are not the reader's
   */
  double factorWithout(double machine) {
    return (mb10 - machine) / kb10 / TIMES_LONGER;
  }

  /** The same of all time. */
  double factor() {
    return mb10 / kb10 / TIMES_LONGER;
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

  private static double least(Consumer<String> reader, String text, int runs, int batches) {
    double least = Double.MAX_VALUE;
    for (int i = 0; i < batches; i++) {
      least = Math.min(least, millis(reader, text, runs));
    }
    return least;
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
