package org.openimr.parser.citation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.citation.text.NormalizedText;

class NameIndexTest {
  private static final NameIndex<String> NAMES =
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
    NameIndex.Match<String> match = NAMES.findLongest(NormalizedText.of(text), 1);

    assertThat(match == null ? null : match.value()).isEqualTo(expected);
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

  private static String oneEdit(NameIndex<String> names, String text) {
    NormalizedText folded = NormalizedText.of(text);
    NameIndex.Match<String> match =
        names.findWithinOneEdit(folded, 1, end -> end >= folded.length() - 1);
    return match == null ? null : match.value();
  }

  private static NameIndex<String> names(String... names) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (String name : names) {
      meanings.put(name, name);
    }
    return NameIndex.of(meanings);
  }
}
