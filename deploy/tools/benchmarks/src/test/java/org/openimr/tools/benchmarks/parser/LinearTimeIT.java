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
 * For each scanner adversarial texts, grown from 10 KB to 10 MB. Aimed at: time grows by at most
 * 1.1 times as much as the length, and 1 MB takes at most 50 ms. That is tried for, and {@code
 * target/linear-time.txt} says of each text what it reached and whether that is the aim.
 *
 * <p>What fails is a text that is not linear: one read in n log n would grow 1.75 times as much as
 * its length, one read by the square a thousand times. The caches and pages of a busy machine add
 * some hundredths to a tenth or two, differently from run to run, so the limit lies between:
 * {@value #NOT_LINEAR}, and {@value #TOO_SLOW_MILLIS} ms for 1 MB.
 *
 * <p>A text of 10 MB does not fit into the processor's caches, which costs whoever reads it. So the
 * same is measured of a reader that only copies a text as often as that of bytes must: decoded to
 * tell its type, decoded to be read, its line ends unified, handed on. What 10 MB cost that one
 * beyond a thousand times 10 KB is no reader's own: a few ms, which show with readers of a few
 * nanoseconds a character only.
 *
 * <p>The young generation of this test's heap is far larger than the processor's caches and touched
 * before, so that short texts pay for fresh memory just as long ones do. The collection of garbage
 * runs on threads of its own and is not in these figures.
 */
class LinearTimeIT {
  /** What is aimed at, and tried for until it is reached or {@link #ATTEMPTS} are over. */
  private static final double MOST_GROWTH = 1.1;

  /** What fails. */
  private static final double NOT_LINEAR = 1.5;

  private static final double MOST_MILLIS = 50;

  /** What fails. */
  private static final double TOO_SLOW_MILLIS = 120;

  /** Another program's work shows in single figures; that of the text shows in all of them. */
  private static final int ATTEMPTS = 24;

  /** Into characters and back. */
  private static final int COPIES = 4;

  private static final List<String> MEASURED = new ArrayList<>();

  /** What 10 MB cost beyond their length where nothing is read, in milliseconds. */
  private static double machine;

  @BeforeAll
  static void measureMachine() {
    AdversarialText copied = AdversarialText.of("copy", "a", LinearTimeIT::copy);
    GrowthMeasurement growth = GrowthMeasurement.measure(copied);
    machine = growth.min(GrowthMeasurement.measure(copied)).millisBeyondLength();
    MEASURED.add(growth + ": " + copied);
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
  void timeGrowsAsTheLengthDoes(AdversarialText adversary) {
    GrowthMeasurement growth = measured(adversary);

    MEASURED.add((holds(growth) ? "aim reached: " : "aim missed: ") + growth + ": " + adversary);
    assertThat(growth.factorWithout(machine))
        .as("%s, of these %.1f ms for copying", growth, machine)
        .isLessThanOrEqualTo(NOT_LINEAR);
    assertThat(growth.mb()).as("%s", growth).isLessThanOrEqualTo(TOO_SLOW_MILLIS);
  }

  @Test
  void whatIsNotLinearIsFoundOut() {
    AdversarialText slow = AdversarialText.of("quadratic", "ab ", LinearTimeIT::readBySquare);

    assertThat(GrowthMeasurement.measure(slow).factorWithout(machine)).isGreaterThan(NOT_LINEAR);
  }

  @AfterAll
  static void keep() throws IOException {
    Files.write(Path.of("target", "linear-time.txt"), MEASURED);
  }

  private static GrowthMeasurement measured(AdversarialText adversary) {
    GrowthMeasurement growth = GrowthMeasurement.measure(adversary);
    for (int attempt = 1; !holds(growth) && attempt < ATTEMPTS; attempt++) {
      growth = growth.min(GrowthMeasurement.measure(adversary));
    }
    return growth;
  }

  private static boolean holds(GrowthMeasurement growth) {
    return growth.factorWithout(machine) <= MOST_GROWTH && growth.mb() <= MOST_MILLIS;
  }

  private static void copy(String text) {
    String copy = text;
    for (int i = 0; i < COPIES; i++) {
      copy = new String(copy.toCharArray());
    }
    assertThat(copy.length()).isEqualTo(text.length());
  }

  /** Goes back to the start now and then, as a careless scanner would. */
  private static void readBySquare(String text) {
    int words = 0;
    for (int at = 0; at < text.length(); at++) {
      for (int i = at % 100_000 == 99_999 ? 0 : at; i <= at; i++) {
        words += text.charAt(i) == ' ' ? 1 : 0;
      }
    }
    assertThat(words).isNotNegative();
  }
}
