package org.openimr.enrich.citation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTest {
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
  void textIsFoldedForComparison(String text, String expected) {
    assertThat(Folded.of(text)).hasToString(expected);
  }

  @Test
  void bracketsThatANameOpensArePrintedWithIt() {
    Folded text = Folded.of("Rest (long (very)), more");

    assertThat(text.printed(1, 1 + "rest long very".length())).isEqualTo("Rest (long (very))");
  }

  @Test
  void whatStandsBetweenWordsIsKept() {
    Folded text = Folded.of("a, b - c (d) e. F");

    assertThat(text.gap(2) & Folded.COMMA).isNotZero();
    assertThat(text.gap(4) & Folded.DASH).isNotZero();
    assertThat(text.gap(6) & Folded.OPEN).isNotZero();
    assertThat(text.depth(7)).isEqualTo(1);
    assertThat(text.gap(8) & Folded.CLOSE).isNotZero();
    assertThat(text.gap(10) & Folded.STOP).isNotZero();
  }
}
