package org.openimr.parser.letter.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceMappedTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "\" two\n lines \" | two lines",
        "\"right-\nsided\" | right-sided",
        "\"Labs -\nCBC\" | Labs - CBC",
        "\"a\t b\f c\" | a b c",
      })
  void joinsLines(String printed, String joined) {
    assertThat(SourceMappedText.of(printed, 0, printed.length()).text()).isEqualTo(joined);
  }

  @Test
  void mapsEachCharacterToItsOffset() {
    String letter = "before: Low Back-\n\nneck  pain";
    SourceMappedText mapped = SourceMappedText.of(letter, 7, letter.length());

    for (String word : new String[] {"Low", "Back-", "neck", "pain"}) {
      assertThat(mapped.sourceOffset(mapped.text().indexOf(word))).isEqualTo(letter.indexOf(word));
    }
  }
}
