package org.openimr.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openimr.enrich.AdversarialTexts.Adversary;

/**
 * For each scanner adversarial texts grown from 10 KB to 10 MB.
 *
 * <p>Time is that of the reading thread on the processor, best of several runs; 10 KB is what warms
 * up, since it takes too little to be compared. Asserted is that the time of 1 MB is within the
 * bound that stands with the text (50 ms, but for requests made of numbers only), and that from 100
 * KB to 1 MB and from there to 10 MB time grows by at most 1.1 times as much as the length.
 *
 * <p>A long text and what is made of it leave the processor's caches, which costs however it is
 * read. So the same growth is measured of a yardstick that does nothing but cut a text into words
 * and keep them, and where that grows by more than the length, so may the readers: 1.1 times as
 * much as it.
 */
class LinearTimeIT {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int KB = 1_000;
  private static final int MB = 1_000 * KB;
  private static final double MOST_GROWTH = 1.1;
  private static final int ATTEMPTS = 2;

  /** What takes less is not compared: the clock's own error shows. */
  private static final double LEAST_MILLIS = 0.5;

  private static final Times YARDSTICK =
      measured(
          new Adversary(
              "yardstick", "ab ", bytes -> "ab ".repeat(bytes / 3), LinearTimeIT::keepWords, 50));

  static Stream<Adversary> texts() {
    return AdversarialTexts.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void timeGrowsAsTheLengthDoes(Adversary adversary) {
    Times times = measured(adversary);
    for (int attempt = 1; !times.hold(adversary) && attempt < ATTEMPTS; attempt++) {
      times = times.orLess(measured(adversary));
    }

    assertThat(times.hold(adversary)).as("%s, yardstick %s", times, YARDSTICK).isTrue();
  }

  private static Times measured(Adversary adversary) {
    millis(adversary, 10 * KB, 100);
    return new Times(
        millis(adversary, 100 * KB, 20), millis(adversary, MB, 5), millis(adversary, 10 * MB, 1));
  }

  private static double millis(Adversary adversary, int bytes, int runs) {
    String text = adversary.ofBytes().apply(bytes);
    long least = Long.MAX_VALUE;
    for (int run = 0; run < runs; run++) {
      long start = THREADS.getCurrentThreadCpuTime();
      adversary.reader().accept(text);
      least = Math.min(least, THREADS.getCurrentThreadCpuTime() - start);
    }
    return least / 1e6;
  }

  private static void keepWords(String text) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i + 2 < text.length(); i += 3) {
      words.add(text.substring(i, i + 2));
    }
    assertThat(words.size()).isPositive();
  }

  /** Milliseconds for 100 KB, 1 MB and 10 MB. */
  private record Times(double kb100, double mb, double mb10) {
    private double toMb() {
      return mb / 10 / Math.max(kb100, LEAST_MILLIS);
    }

    private double toTenMb() {
      return mb10 / 10 / Math.max(mb, LEAST_MILLIS);
    }

    boolean hold(Adversary adversary) {
      return mb <= adversary.mostMillis()
          && toMb() <= MOST_GROWTH * Math.max(1, YARDSTICK.toMb())
          && toTenMb() <= MOST_GROWTH * Math.max(1, YARDSTICK.toTenMb());
    }

    Times orLess(Times other) {
      return new Times(
          Math.min(kb100, other.kb100), Math.min(mb, other.mb), Math.min(mb10, other.mb10));
    }
  }
}
