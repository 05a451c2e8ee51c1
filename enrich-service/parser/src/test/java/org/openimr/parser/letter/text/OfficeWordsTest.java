package org.openimr.parser.letter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfficeWordsTest {

  @ParameterizedTest
  @CsvSource({
    "The request is non-certified., 0",
    "certified., 0",
    "By certified mail with a sworn oath, 2",
    "Please call our office if you need it, 4",
  })
  void countsWordsOfOffices(String text, int count) {
    assertThat(OfficeWords.count(text, 0, text.length())).isEqualTo(count);
  }
}
