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
 * For each scanner, texts that would cost it most. A text 16 times as long may cost 16 times as
 * much; anything that grows by the square costs 256 times as much. Between them lies room for the
 * noise of a busy machine.
 */
class LetterParserLinearTimeTest {
  private static final int SHORT = 30_000;
  private static final int TIMES_LONGER = 16;
  private static final int NOISE = 4;

  /** Time on the processor: that of a busy machine's other work does not count. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final long LEAST_NANOS = 1_000_000;
  private static final int RUNS = 5;
  private static final int ATTEMPTS = 3;

  private static final String STANDARD = StandardLetterBuilder.withTwoItems().text();

  static Stream<Arguments> texts() {
    return Stream.of(
        alone("blanks", " \n"),
        alone("heads of headings", "HOW THE IMR FINAL "),
        alone("headings spaced", "H O W   T H E   I M R   F "),
        alone("case numbers", "CM16-912345 "),
        alone("page numbers", "\n\n1\n\n\f2\n"),
        alone("running titles", "Page 1 of \n"),
        alone("soft hyphens", "\u00ad \u00ad\n\ufb01"),
        alone("professional reviews", "MEDICAL PROFESSIONAL REVIEW ISSUE AT DISPUTE: "),
        alone("notices", "Notice of Independent Medical Review Determination "),
        before("Case Number", "labels", "Date of Injury: Date "),
        before("Case Number", "dates", "1/1/2016\n"),
        before("Case Number", "endless dates", "1/1/1"),
        before("The Expert", "certifications", "is Board Certified in Surgery and Care and "),
        before("The Expert", "commas", ",a,,b, and ,"),
        before("The injured", "ages", "1 yo a 22 y/o man 33-year-old, "),
        before("The injured", "ys", "yY1y "),
        before("The injured", "endless numbers", "1"),
        before("Wrist brace", "lines", "a.\n"),
        before("Wrist brace", "original requests", "IMR eligible. original request, "),
        before("The brace", "colons", ": e: guideline: rationale: "),
        before("The brace", "labels of items", "Decision rational e: MAXIMUS guideline "),
        before("The brace", "decision words", ": Upheld x: Overturned x"),
        before("The brace", "conclusions", "is medically necessary. not medically "),
        before("The brace", "sentences", "a. \n\nB. "),
        repeated("items"),
        Arguments.of("numbered", numbered("1. a\n")),
        Arguments.of("numbered determinations", numbered("1. a is medically necessary.\n2. ")),
        Arguments.of("determinations", notice("has determined the request for a is medically ")),
        Arguments.of("regarding", notice("Regarding the request for a: 1) ")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void parsesInLinearTime(String name, UnaryOperator<String> text) {
    String shorter = text.apply(String.valueOf(SHORT));
    String longer = text.apply(String.valueOf(SHORT * TIMES_LONGER));

    double growth = growth(shorter, longer);
    for (int attempt = 1; growth > TIMES_LONGER * NOISE && attempt < ATTEMPTS; attempt++) {
      growth = growth(shorter, longer);
    }

    assertThat(growth).isLessThan(TIMES_LONGER * NOISE);
  }

  private static double growth(String shorter, String longer) {
    return (double) fastest(longer) / Math.max(fastest(shorter), LEAST_NANOS);
  }

  private static long fastest(String text) {
    long fastest = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long start = THREADS.getCurrentThreadCpuTime();
      LetterParser.parse(text);
      fastest = Math.min(fastest, THREADS.getCurrentThreadCpuTime() - start);
    }
    return fastest;
  }

  private static Arguments alone(String name, String part) {
    UnaryOperator<String> text = length -> grown(part, length);
    return Arguments.of(name, text);
  }

  private static Arguments before(String words, String name, String part) {
    UnaryOperator<String> text =
        length -> STANDARD.replaceFirst(words, grown(part, length) + " " + words);
    return Arguments.of(name, text);
  }

  private static Arguments repeated(String name) {
    String items = STANDARD.substring(STANDARD.indexOf("Wrist brace"));
    UnaryOperator<String> text = length -> STANDARD + "\n" + grown(items + "\n", length);
    return Arguments.of(name, text);
  }

  private static UnaryOperator<String> numbered(String part) {
    return length ->
        "HOW THE IMR FINAL DETERMINATION WAS MADE\nCLINICAL CASE SUMMARY\n"
            + "IMR DECISION(S) AND RATIONALE(S)\n"
            + grown(part, length)
            + "\nThe last is medically necessary.";
  }

  private static UnaryOperator<String> notice(String part) {
    return length ->
        "Notice of Independent Medical Review Determination\n"
            + "INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE\n"
            + grown(part, length)
            + "\nMedical Qualifications of the Expert Reviewer:\nCase Summary:\n"
            + grown(part, length);
  }

  private static String grown(String part, String length) {
    return part.repeat(Integer.parseInt(length) / part.length() + 1);
  }
}
