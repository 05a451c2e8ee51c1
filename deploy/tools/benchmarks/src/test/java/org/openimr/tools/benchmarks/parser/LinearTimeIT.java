package org.openimr.tools.benchmarks.parser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scans adversarial texts of 10 KB to 10 MB. The target is a growth of at most 1.1 times that of
 * the text, and at most 50 ms for 1 MB. {@code target/linear-time.txt} records for each text
 * whether the target is met.
 *
 * <p>The test fails for scanners that are not linear: n log n grows 1.75 times as much as the text,
 * n squared a thousand times. Caches and pages of a busy machine add up to two tenths, so the limit
 * is {@value #NOT_LINEAR}, and {@value #TOO_SLOW_MILLIS} ms for 1 MB.
 *
 * <p>A text of 10 MB does not fit into the processor caches, which slows down any scanner. The same
 * is therefore measured for a scanner that only copies the text as often as the pipeline has to:
 * decoded to detect its type, decoded to be read, with unified line ends, and passed on. Its excess
 * over a thousand times 10 KB is subtracted; it matters only for scanners that need a few
 * nanoseconds per character.
 *
 * <p>The young generation of the heap is larger than the processor caches and touched before, so
 * that short texts pay for fresh memory like long ones. Garbage collection runs in other threads
 * and is not included.
 */
class LinearTimeIT {
  /** The target, which is only recorded: one measurement on a busy machine may miss it. */
  private static final double TARGET_GROWTH = 1.1;

  /** The limit of the growth. */
  private static final double NOT_LINEAR = 1.5;

  private static final double TARGET_MILLIS = 50;

  /**
   * The limit of the time for 1 MB. The filters of page furniture look at each line, which takes
   * 250 ms for 300,000 lines of three characters and below 170 ms for lines of words.
   */
  private static final double TOO_SLOW_MILLIS = 400;

  /** Other programs disturb single measurements, a scanner that is not linear all of them. */
  private static final int LIMIT_ATTEMPTS = 24;

  /** Conversions to characters and back. */
  private static final int COPIES = 4;

  private static final List<String> RESULTS = new ArrayList<>();

  /** Excess time of 10 MB without a scanner, in milliseconds. */
  private static double machine;

  @BeforeAll
  static void measureMachine() {
    AdversarialText copied = AdversarialText.of("copy", "a", LinearTimeIT::copy);
    GrowthMeasurement growth = GrowthMeasurement.measure(copied);
    machine = growth.min(GrowthMeasurement.measure(copied)).excessMillis();
    RESULTS.add(growth + ": " + copied);
  }

  static Stream<AdversarialText> texts() {
    return Stream.of(
            AdversarialBytes.all(),
            AdversarialLetters.all(),
            AdversarialStatements.all(),
            AdversarialRequests.all())
        .flatMap(texts -> texts);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void timeGrowsLinearly(AdversarialText adversary) {
    GrowthMeasurement growth = measure(adversary);

    RESULTS.add(
        (meetsTarget(growth) ? "target met: " : "target missed: ") + growth + ": " + adversary);
    assertThat(growth.factorWithout(machine))
        .as("%s, of these %.1f ms for copying", growth, machine)
        .isLessThanOrEqualTo(NOT_LINEAR);
    assertThat(growth.mb()).as("%s", growth).isLessThanOrEqualTo(TOO_SLOW_MILLIS);
  }

  @Test
  void detectsQuadraticScanner() {
    AdversarialText slow = AdversarialText.of("quadratic", "ab ", LinearTimeIT::scanQuadratically);

    assertThat(GrowthMeasurement.measure(slow).factorWithout(machine)).isGreaterThan(NOT_LINEAR);
  }

  @AfterAll
  static void writeResults() throws IOException {
    Files.write(Path.of("target", "linear-time.txt"), RESULTS);
  }

  private static GrowthMeasurement measure(AdversarialText adversary) {
    GrowthMeasurement growth = GrowthMeasurement.measure(adversary);
    for (int attempt = 1; attempt < LIMIT_ATTEMPTS && !meetsLimit(growth); attempt++) {
      growth = growth.min(GrowthMeasurement.measure(adversary));
    }
    return growth;
  }

  private static boolean meetsTarget(GrowthMeasurement growth) {
    return growth.factorWithout(machine) <= TARGET_GROWTH && growth.mb() <= TARGET_MILLIS;
  }

  private static boolean meetsLimit(GrowthMeasurement growth) {
    return growth.factorWithout(machine) <= NOT_LINEAR && growth.mb() <= TOO_SLOW_MILLIS;
  }

  private static void copy(String text) {
    String copy = text;
    for (int i = 0; i < COPIES; i++) {
      copy = new String(copy.toCharArray());
    }
    assertThat(copy.length()).isEqualTo(text.length());
  }

  /** A scanner that restarts from the beginning from time to time. */
  private static void scanQuadratically(String text) {
    int words = 0;
    for (int at = 0; at < text.length(); at++) {
      for (int i = at % 100_000 == 99_999 ? 0 : at; i <= at; i++) {
        words += text.charAt(i) == ' ' ? 1 : 0;
      }
    }
    assertThat(words).isNotNegative();
  }
}
