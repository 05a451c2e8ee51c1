package org.openimr.enrich.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  private static final Names<String> NAMES =
      names(
          "NSAIDs", "NSAIDs, GI symptoms & cardiovascular risk", "Rest", "Walking aids", "Level 3");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NSAIDs, GI symptoms & cardiovascular risk, more | NSAIDs, GI symptoms & cardiovascular risk",
        "nsaids; gi  symptoms and Cardiovascular-Risk | NSAIDs, GI symptoms & cardiovascular risk",
        "NSAIDs, GI bleeding | NSAIDs",
        "Rest's | ",
        "Resting | ",
        "walking (aids) | Walking aids"
      })
  void longestNameIsFoundWordByWord(String text, String expected) {
    Names.Match<String> match = NAMES.longest(Folded.of(text), 1);

    assertThat(match == null ? null : match.meaning()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Walkng aids",
        "Walkking aids",
        "Wolking aids",
        "Wlaking aids",
        "alking aids",
        "Walking aid",
        "Walkingaids",
        "Walking aidsx",
        "Walking a ids"
      })
  void nameWithinOneEditIsFound(String text) {
    assertThat(oneEdit(NAMES, text)).isEqualTo("Walking aids");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Wlkng aids", "Walking", "Rst", "Level 4", "Leveling", ""})
  void whatIsFurtherOffOrShortOrAnotherNumberIsNotFound(String text) {
    assertThat(oneEdit(NAMES, text)).isNull();
  }

  @Test
  void textBetweenTwoNamesMeansNeither() {
    assertThat(oneEdit(names("Wrist band", "Wrist hand"), "Wrist land")).isNull();
  }

  private static String oneEdit(Names<String> names, String text) {
    Folded folded = Folded.of(text);
    Names.Match<String> match = names.oneEdit(folded, 1, end -> end >= folded.length() - 1);
    return match == null ? null : match.meaning();
  }

  private static Names<String> names(String... names) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (String name : names) {
      meanings.put(name, name);
    }
    return Names.of(meanings);
  }
}
