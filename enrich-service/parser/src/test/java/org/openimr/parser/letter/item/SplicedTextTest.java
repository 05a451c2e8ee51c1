package org.openimr.parser.letter.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplicedTextTest {
  private static final String LONG =
      "The splint was worn for three weeks, and rest was advised until the grip had come back."
          + " It is not what the guideline asks for.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "It failed. The brace is not needed.\n\nThe brace is not needed.",
        "It failed. The brace is not needed. It failed. The brace is not needed.",
        "He rested. " + LONG + "\n\nSeen 4 May, Poe " + LONG,
        "It failed. The brace is not needed.\n\nbrace was worn for a week.",
        "It failed. The brace is not needed.\n\n(of May 4) was read as well.",
      })
  void findsTextOfAPageThatIsThereTwice(String text) {
    assertThat(SplicedText.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "No.",
        "The brace is not needed.",
        "It failed. The brace is not needed.\n\nIt was worn. The brace is not needed.",
        "It asks for two things.\n\na) a brace,\n\nb) a strap.",
        "The brace is as follows\n\nworn for a week. It failed.",
        "It failed.\n\nii. The brace is not needed.",
      })
  void findsNothingInOrdinaryText(String text) {
    assertThat(SplicedText.isIn(text)).isFalse();
  }
}
