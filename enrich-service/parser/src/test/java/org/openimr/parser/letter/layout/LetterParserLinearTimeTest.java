package org.openimr.parser.letter.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Worst-case texts for each scanner. A text 16 times as long costs 16 times as much in linear time
 * and 256 times as much in quadratic time. The threshold between them tolerates measurement noise.
 */
class LetterParserLinearTimeTest {
  private static final int SHORT = 30_000;
  private static final int LENGTH_FACTOR = 16;
  private static final int TOLERANCE = 4;

  /** Measures CPU time, which does not include other work on a busy machine. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final long MIN_NANOS = 1_000_000;
  private static final int RUNS = 5;
  private static final int ATTEMPTS = 3;

  private static final String STANDARD = StandardLetterBuilder.withTwoItems().text();

  static Stream<Arguments> texts() {
    return Stream.of(
        of("blanks", " \n"),
        of("beginnings of headings", "HOW THE IMR FINAL "),
        of("letter-spaced headings", "H O W   T H E   I M R   F "),
        of("case numbers", "CM16-912345 "),
        of("page numbers", "\n\n1\n\n\f2\n"),
        of("running titles", "Page 1 of \n"),
        of("soft hyphens", "\u00ad \u00ad\n\ufb01"),
        of("professional reviews", "MEDICAL PROFESSIONAL REVIEW ISSUE AT DISPUTE: "),
        of("notices", "Notice of Independent Medical Review Determination "),
        insertedBefore("Case Number", "labels", "Date of Injury: Date "),
        insertedBefore("Case Number", "dates", "1/1/2016\n"),
        insertedBefore("Case Number", "unterminated dates", "1/1/1"),
        insertedBefore(
            "The Expert", "certifications", "is Board Certified in Surgery and Care and "),
        insertedBefore("The Expert", "commas", ",a,,b, and ,"),
        insertedBefore("The injured", "ages", "1 yo a 22 y/o man 33-year-old, "),
        insertedBefore("The injured", "letters y", "yY1y "),
        insertedBefore("The injured", "long numbers", "1"),
        insertedBefore("Wrist brace", "lines", "a.\n"),
        insertedBefore("Wrist brace", "original requests", "IMR eligible. original request, "),
        insertedBefore("The brace", "colons", ": e: guideline: rationale: "),
        insertedBefore("The brace", "item labels", "Decision rational e: MAXIMUS guideline "),
        insertedBefore("The brace", "decision words", ": Upheld x: Overturned x"),
        insertedBefore("The brace", "conclusions", "is medically necessary. not medically "),
        insertedBefore("The brace", "sentences", "a. \n\nB. "),
        repeatedItems("items"),
        Arguments.of("numbered", numbered("1. a\n")),
        Arguments.of("numbered decisions", numbered("1. a is medically necessary.\n2. ")),
        Arguments.of("decisions", notice("has determined the request for a is medically ")),
        Arguments.of("regarding", notice("Regarding the request for a: 1) ")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void parsesInLinearTime(String name, UnaryOperator<String> text) {
    String shorter = text.apply(String.valueOf(SHORT));
    String longer = text.apply(String.valueOf(SHORT * LENGTH_FACTOR));

    double growth = costFactor(shorter, longer);
    for (int attempt = 1; growth > LENGTH_FACTOR * TOLERANCE && attempt < ATTEMPTS; attempt++) {
      growth = costFactor(shorter, longer);
    }

    assertThat(growth).isLessThan(LENGTH_FACTOR * TOLERANCE);
  }

  private static double costFactor(String shorter, String longer) {
    return (double) minCpuNanos(longer) / Math.max(minCpuNanos(shorter), MIN_NANOS);
  }

  private static long minCpuNanos(String text) {
    long fastest = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long start = THREADS.getCurrentThreadCpuTime();
      LetterParser.parse(text);
      fastest = Math.min(fastest, THREADS.getCurrentThreadCpuTime() - start);
    }
    return fastest;
  }

  private static Arguments of(String name, String part) {
    UnaryOperator<String> text = length -> repeatToLength(part, length);
    return Arguments.of(name, text);
  }

  private static Arguments insertedBefore(String words, String name, String part) {
    UnaryOperator<String> text =
        length -> STANDARD.replaceFirst(words, repeatToLength(part, length) + " " + words);
    return Arguments.of(name, text);
  }

  private static Arguments repeatedItems(String name) {
    String items = STANDARD.substring(STANDARD.indexOf("Wrist brace"));
    UnaryOperator<String> text = length -> STANDARD + "\n" + repeatToLength(items + "\n", length);
    return Arguments.of(name, text);
  }

  private static UnaryOperator<String> numbered(String part) {
    return length ->
        "HOW THE IMR FINAL DETERMINATION WAS MADE\nCLINICAL CASE SUMMARY\n"
            + "IMR DECISION(S) AND RATIONALE(S)\n"
            + repeatToLength(part, length)
            + "\nThe last is medically necessary.";
  }

  private static UnaryOperator<String> notice(String part) {
    return length ->
        "Notice of Independent Medical Review Determination\n"
            + "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE\n"
            + repeatToLength(part, length)
            + "\nMedical Qualifications of the Expert Reviewer:\nCase Summary:\n"
            + repeatToLength(part, length);
  }

  private static String repeatToLength(String part, String length) {
    return part.repeat(Integer.parseInt(length) / part.length() + 1);
  }
}
