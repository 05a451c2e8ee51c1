package org.openimr.parser.letter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceBoundariesTest {

  private static boolean endsSentence(String text) {
    return SentenceBoundaries.endsAt(text, text.length(), 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"It is refused.", "Does it help?", "No!", "(see above.)", "\"so.\"", "to visit."})
  void findsEndOfSentence(String text) {
    assertThat(endsSentence(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ")", "Wrist brace", "as seen by Dr.", "Visit No.", "(e.g.", "the request:"})
  void findsNoEndElsewhere(String text) {
    assertThat(endsSentence(text)).isFalse();
  }

  @Test
  void ignoresTextBeforeTheRange() {
    assertThat(SentenceBoundaries.endsAt("End.) ", 5, 4)).isFalse();
    assertThat(SentenceBoundaries.endsAt("End.) ", 5, 0)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a tablet b.i.d.", "at 8 p.m."})
  void recognizesDottedAbbreviation(String text) {
    assertThat(SentenceBoundaries.isDottedAbbreviation(text, text.length(), 0)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"refused.", "1.5.", "d.", "b.i.d"})
  void recognizesNoOtherAbbreviation(String text) {
    assertThat(SentenceBoundaries.isDottedAbbreviation(text, text.length(), 0)).isFalse();
  }
}
