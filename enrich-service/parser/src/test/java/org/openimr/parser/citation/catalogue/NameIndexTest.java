package org.openimr.parser.citation.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
        "NSAIDs, GI symptoms & cardiovascular risk, more | NSAIDs, GI symptoms & cardiovascular"
            + " risk",
        "nsaids; gi  symptoms and Cardiovascular-Risk | NSAIDs, GI symptoms & cardiovascular risk",
        "NSAIDs, GI bleeding | NSAIDs",
        "Rest's | ",
        "Resting | ",
        "walking (aids) | Walking aids"
      })
  void findsLongestNameOfWholeWords(String text, String expected) {
    assertThat(NAMES.findLongest(NormalizedText.of(text), 1).map(NameIndex.NameMatch::value))
        .isEqualTo(Optional.ofNullable(expected));
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
  void findsNameWithinOneEdit(String text) {
    assertThat(oneEdit(NAMES, text)).contains("Walking aids");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Wlkng aids", "Walking", "Rst", "Level 4", "Leveling", ""})
  void ignoresTwoEditsShortNamesAndOtherNumbers(String text) {
    assertThat(oneEdit(NAMES, text)).isEmpty();
  }

  @Test
  void ignoresTextWithinOneEditOfTwoNames() {
    assertThat(oneEdit(names("Wrist band", "Wrist hand"), "Wrist land")).isEmpty();
  }

  private static Optional<String> oneEdit(NameIndex<String> names, String text) {
    NormalizedText normalized = NormalizedText.of(text);
    return names
        .findWithinOneEdit(normalized, 1, end -> end >= normalized.length() - 1)
        .map(NameIndex.NameMatch::value);
  }

  private static NameIndex<String> names(String... names) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (String name : names) {
      meanings.put(name, name);
    }
    return NameIndex.of(meanings);
  }
}
