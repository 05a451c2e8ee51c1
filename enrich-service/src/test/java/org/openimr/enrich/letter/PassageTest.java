package org.openimr.enrich.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassageTest {

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
  void linesAreJoined(String printed, String joined) {
    assertThat(Passage.of(printed, 0, printed.length()).text()).isEqualTo(joined);
  }

  @Test
  void eachCharacterKnowsItsOffset() {
    String letter = "before: Low Back-\n\nneck  pain";
    Passage passage = Passage.of(letter, 7, letter.length());

    for (String word : new String[] {"Low", "Back-", "neck", "pain"}) {
      assertThat(passage.offset(passage.text().indexOf(word))).isEqualTo(letter.indexOf(word));
    }
  }
}
