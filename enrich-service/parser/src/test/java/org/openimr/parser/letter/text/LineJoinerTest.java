package org.openimr.parser.letter.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LineJoinerTest {

  static Stream<Arguments> paragraphs() {
    return Stream.of(
        Arguments.of("One line\nand another.", 1, "One line and another."),
        Arguments.of("One line\n\nand another.", 2, "One line and another."),
        Arguments.of("A paragraph.\n\nAnother one.", 1, "A paragraph.\n\nAnother one."),
        Arguments.of("A page ends\n\n\n\nin mid-sentence.", 1, "A page ends in mid-sentence."),
        Arguments.of("right-\nsided, non- steroidal", 1, "right-sided, non- steroidal"),
        Arguments.of("  provided by , \t the\fpatient ", 1, "provided by , the patient"),
        Arguments.of("   ", 1, ""));
  }

  @ParameterizedTest
  @MethodSource("paragraphs")
  void joinsLinesAndSeparatesParagraphs(String printed, int lineGap, String joined) {
    assertThat(LineJoiner.joinParagraphs(printed, 0, printed.length(), lineGap)).isEqualTo(joined);
  }

  @Test
  void joinsParagraphsIntoOneLine() {
    String printed = "Cane was asked for.\n\nNo more.";

    assertThat(LineJoiner.joinLine(printed, 0, printed.length()))
        .isEqualTo("Cane was asked for. No more.");
  }
}
