package org.openimr.parser.letter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedLineScannerTest {

  @ParameterizedTest
  @ValueSource(strings = {"2. Cane", "text\n2) Cane", "text\n\n  2. Cane", "1. Brace\n2.\nCane"})
  void findsNumberedLine(String text) {
    int line = NumberedLineScanner.find(text, 2, 0, text.length());

    assertThat(line).isEqualTo(text.lastIndexOf('2'));
    assertThat(NumberedLineScanner.afterNumber(text, line, text.length()))
        .isEqualTo(text.indexOf("Cane"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "for 2. weeks",
        "12. Cane",
        "1-8-\n2. Cane",
        "2.5 mg",
        "2 Cane",
        "2.",
        "22) Cane"
      })
  void findsNoOtherNumber(String text) {
    assertThat(NumberedLineScanner.find(text, 2, 0, text.length())).isEqualTo(-1);
  }

  @Test
  void searchesTheRangeOnly() {
    String text = "1. Brace\n1. Cane";

    assertThat(NumberedLineScanner.find(text, 1, 1, text.length())).isEqualTo(9);
    assertThat(NumberedLineScanner.find(text, 1, 1, 10)).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"|12) Regarding", "a\n|1. Regarding", "|3.\n Regarding"})
  void findsNumberBeforeWords(String marked) {
    String text = marked.replace("|", "");

    assertThat(NumberedLineScanner.numberStartBefore(text, text.indexOf("Regarding")))
        .isEqualTo(marked.indexOf('|'));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Regarding", "a) Regarding", "12 Regarding", ") Regarding"})
  void keepsOffsetWithoutNumber(String text) {
    int at = text.indexOf("Regarding");

    assertThat(NumberedLineScanner.numberStartBefore(text, at)).isEqualTo(at);
  }
}
