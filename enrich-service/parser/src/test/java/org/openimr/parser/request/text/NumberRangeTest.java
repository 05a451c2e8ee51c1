package org.openimr.parser.request.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberRangeTest {

  @ParameterizedTest
  @CsvSource({
    "twenty, 20",
    "thirty, 30",
    "forty, 40",
    "fifty, 50",
    "sixty, 60",
    "seventy, 70",
    "eighty, 80",
    "ninety, 90"
  })
  void parsesTensWithAndWithoutOnes(String tens, int value) {
    assertThat(NumberRange.parse(Tokens.of(tens), 0)).contains(new NumberRange(value, value, 1));
    assertThat(NumberRange.parse(Tokens.of(tens + "-five"), 0))
        .contains(new NumberRange(value + 5, value + 5, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12 | 12 | 12 | 1",
        "1,000 | 1000 | 1000 | 1",
        "7.5 | 7.5 | 7.5 | 1",
        "nineteen | 19 | 19 | 1",
        "twenty ten | 20 | 20 | 1",
        "4-6 | 4 | 6 | 2",
        "four to six | 4 | 6 | 3",
        "seventy to eighty-four | 70 | 84 | 4",
        "6-4 | 6 | 6 | 1",
        "twelve (12) | 12 | 12 | 2",
        "twelve (13) | 12 | 12 | 1",
        "4 to 6 (6) | 4 | 6 | 4"
      })
  void parsesNumbersAndRanges(String text, double low, double high, int length) {
    assertThat(NumberRange.parse(Tokens.of(text), 0)).contains(new NumberRange(low, high, length));
  }

  @Test
  void parsesSingleNumberOfRange() {
    assertThat(NumberRange.parseNumber(Tokens.of("4-6"), 0)).contains(new NumberRange(4, 4, 1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "knee", "tens", "9999999999", "1.2.3"})
  void ignoresOtherTokens(String text) {
    assertThat(NumberRange.parse(Tokens.of(text), 0)).isEmpty();
  }
}
