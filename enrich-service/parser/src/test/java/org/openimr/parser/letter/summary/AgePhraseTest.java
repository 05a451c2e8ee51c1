package org.openimr.parser.letter.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgePhraseTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "48-year-old | 48",
        "48 year old | 48",
        "48 years old | 48",
        "48yo | 48",
        "48 y.o. | 48",
        "48 y/o | 48",
        "48 yrs of age | 48",
        "48 - year - old | 48",
        "100 YEARS OLD | 100",
        "forty year old | 40",
        "forty-eight year old | 48",
        "Ninety nine years of age | 99",
      })
  void parsesAge(String printed, int years) {
    AgePhrase phrase = AgePhrase.find("a " + printed + " man", firstUnit("a " + printed));

    assertThat(phrase).isNotNull();
    assertThat(phrase.years()).isEqualTo(years);
    assertThat(phrase.start()).isGreaterThanOrEqualTo(2);
    assertThat(phrase.end())
        .isGreaterThan(phrase.start())
        .isLessThanOrEqualTo(2 + printed.length());
  }

  /** Returns the offset of the y that starts the unit, after the words of the number. */
  private static int firstUnit(String text) {
    String lowerCase = text.toLowerCase(Locale.ROOT);
    for (String unit : new String[] {"year", "yr", "yo", "y.o", "y/o"}) {
      if (lowerCase.contains(unit)) {
        return lowerCase.indexOf(unit);
      }
    }
    throw new IllegalArgumentException(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "48 years ago",
        "year old",
        "1234 year old",
        "eleven year old",
        "48 yoga classes",
        "48 yards"
      })
  void rejectsOtherWords(String text) {
    assertThat(AgePhrase.find(text, text.indexOf('y'))).isNull();
  }
}
