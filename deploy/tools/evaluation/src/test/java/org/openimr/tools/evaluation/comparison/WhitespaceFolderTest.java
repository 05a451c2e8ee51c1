package org.openimr.tools.evaluation.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WhitespaceFolderTest {

  @ParameterizedTest
  @MethodSource("texts")
  void foldsWhiteSpaceAndJoinsHyphenatedLines(String text, String folded) {
    assertThat(WhitespaceFolder.fold(text)).isEqualTo(folded);
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        arguments(" a  b ", "a b"),
        arguments("a\tb\r\nc", "a b c"),
        arguments("a\u00a0\u2003b\u0085c", "a b c"),
        arguments("non- steroidal", "non-steroidal"),
        arguments("non-\n steroidal", "non-steroidal"),
        arguments("é- ²", "é-²"),
        arguments("x_- y", "x_-y"),
        arguments("pain - 4", "pain - 4"),
        arguments("- a", "- a"),
        arguments("a- (b)", "a- (b)"),
        arguments(")- b", ")- b"),
        arguments("a- b- c", "a-b-c"),
        arguments("a- ", "a-"),
        arguments("e\u0301- b", "e\u0301- b"),
        arguments("", ""));
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "a, 1", "a b c, 3"})
  void countsSpaceSeparatedWords(String folded, int words) {
    assertThat(WhitespaceFolder.countWords(folded)).isEqualTo(words);
  }
}
