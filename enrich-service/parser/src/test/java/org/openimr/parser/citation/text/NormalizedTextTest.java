package org.openimr.parser.citation.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalizedTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Forearm, Wrist, & Hand | forearm wrist and hand",
        "MRI’s (Lidoderm®) | mris lidoderm",
        "3.3.7.2 Opioids: 98-99. | 3.3.7.2 opioids 98 99",
        "  www.example.org/a  | www example org a",
        "Hip&Pelvis | hip and pelvis"
      })
  void normalizesText(String text, String expected) {
    assertThat(NormalizedText.of(text)).hasToString(expected);
  }

  @Test
  void printedNameIncludesItsBrackets() {
    NormalizedText text = NormalizedText.of("Rest (long (very)), more");

    assertThat(text.printed(1, 1 + "rest long very".length())).isEqualTo("Rest (long (very))");
  }

  @Test
  void keepsSeparatorsOfWords() {
    NormalizedText text = NormalizedText.of("a, b - c (d) e. F");

    assertThat(text.gap(2) & NormalizedText.COMMA).isNotZero();
    assertThat(text.gap(4) & NormalizedText.DASH).isNotZero();
    assertThat(text.gap(6) & NormalizedText.OPEN).isNotZero();
    assertThat(text.depth(7)).isEqualTo(1);
    assertThat(text.gap(8) & NormalizedText.CLOSE).isNotZero();
    assertThat(text.gap(10) & NormalizedText.FULL_STOP).isNotZero();
  }
}
