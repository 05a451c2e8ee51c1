package org.openimr.parser.letter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFoldingTest {

  @ParameterizedTest
  @CsvSource({
    "e\u0301, \u00e9",
    "\uff11\uff2d, 1M",
    "\u2018a\u2019, '''a'''",
    "\u201ca\u201d, \"a\"",
    "a\u2013b\u2014c\u2212d, a-b-c-d",
    "90\u00ba, 90\u00b0",
    "a\u00a0b\u2009c, a b c",
    "a\u00adb\u200bc\ufeff, abc",
    "\ufb01nd, find",
  })
  void foldsCharactersThatReadEqually(String text, String folded) {
    assertThat(TextFolding.fold(text)).isEqualTo(folded);
  }

  @Test
  void returnsAsciiTextAsItIs() {
    String text = "A 'plain' text, 1-2.";

    assertThat(TextFolding.fold(text)).isSameAs(text);
  }
}
