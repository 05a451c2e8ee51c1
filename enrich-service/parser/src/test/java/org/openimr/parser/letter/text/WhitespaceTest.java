package org.openimr.parser.letter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhitespaceTest {
  private static final String TEXT = " \n\tword \f ";

  @Test
  void skipsForwardToNextWord() {
    assertThat(Whitespace.skipForward(TEXT, 0, TEXT.length())).isEqualTo(TEXT.indexOf("word"));
    assertThat(Whitespace.skipForward(TEXT, 4, TEXT.length())).isEqualTo(4);
  }

  @Test
  void stopsAtTheEndOfTheRange() {
    assertThat(Whitespace.skipForward(TEXT, 0, 2)).isEqualTo(2);
    assertThat(Whitespace.skipBackward(TEXT, TEXT.length(), 8)).isEqualTo(8);
  }

  @Test
  void skipsBackwardToPreviousWord() {
    assertThat(Whitespace.skipBackward(TEXT, TEXT.length(), 0)).isEqualTo(TEXT.indexOf("d") + 1);
  }

  @Test
  void countsLineEndsInRange() {
    assertThat(Whitespace.countLineEnds("\n\n \n", 0, 4)).isEqualTo(3);
    assertThat(Whitespace.countLineEnds("\n\n \n", 1, 3)).isEqualTo(1);
  }

  @Test
  void findsPageBreakInRangeOnly() {
    assertThat(Whitespace.containsPageBreak(TEXT, 0, TEXT.length())).isTrue();
    assertThat(Whitespace.containsPageBreak(TEXT, 0, TEXT.indexOf('\f'))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'sum-\n mary', 6", "'sum- mary', 3", "'sum-', 3"})
  void skipsHyphenOnlyAtTheEndOfALine(String text, int next) {
    assertThat(Whitespace.afterLineHyphen(text, 3, text.length())).isEqualTo(next);
  }
}
