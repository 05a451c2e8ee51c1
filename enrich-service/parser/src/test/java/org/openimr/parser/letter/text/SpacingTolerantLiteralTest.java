package org.openimr.parser.letter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpacingTolerantLiteralTest {
  private static final SpacingTolerantLiteral HEADING =
      new SpacingTolerantLiteral("CLINICAL CASE SUMMARY");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CLINICAL CASE SUMMARY",
        "CLINICAL\n\n CASE\f\nSUMMARY",
        "CLINICALCASESUMMARY",
        "CLINICAL CASE SUM-\nMARY",
        "CLINICAL CASE SUM\n\n\fMARY",
        "C L I N I C A L   C A S E   S U M M A R Y",
      })
  void findsWordsHoweverTheyAreWrappedOrSpaced(String heading) {
    String text = "CLINICAL CARE. " + heading + " and so on";
    int start = "CLINICAL CARE. ".length();

    assertThat(HEADING.find(text, 0)).isEqualTo(start);
    assertThat(HEADING.endAt(text, start, text.length())).isEqualTo(start + heading.length());
    assertThat(HEADING.startBefore(text, start + heading.length(), 0)).isEqualTo(start);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "CLINICAL CASE", "CLINICAL CASE SUMMER", "Clinical case summary"})
  void doesNotFindOtherWords(String text) {
    assertThat(HEADING.find(text, 0)).isEqualTo(-1);
  }

  @Test
  void doesNotSearchBeyondTheEnd() {
    assertThat(HEADING.find("CLINICAL CASE SUMMARY", 0, 20)).isEqualTo(-1);
    assertThat(HEADING.find("CLINICAL CASE SUMMARY", 1)).isEqualTo(-1);
  }
}
