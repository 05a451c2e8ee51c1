package org.openimr.parser.letter.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.text.NormalizedLetter;

class ProseReasonsTest {
  private static final String ADMINISTRATOR = "The Claims Administrator cited one guideline.";
  private static final String REVIEWER = "The Physician Reviewer relied on another one.";

  private static ProseReasons parse(String text) {
    return ProseReasons.parse(NormalizedLetter.of(text), 0, text.length(), 1).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Rationale for the Decision:",
        "Decision rationale:",
        "The Physician Reviewer's decision rationale:",
        "The Expert Reviewer\u2019s decision rationale:",
        "RATIONALE:"
      })
  void separatesStatementsFromRationale(String label) {
    ProseReasons reasons =
        parse(ADMINISTRATOR + "\n\n" + REVIEWER + "\n\n" + label + "\nIt failed.\n");

    assertThat(reasons.claimsAdministratorStatement().text()).isEqualTo(ADMINISTRATOR);
    assertThat(reasons.reviewerStatement().text()).isEqualTo(REVIEWER);
    assertThat(reasons.rationale()).isEqualTo("It failed.");
  }

  @Test
  void startsRationaleAtTheNextParagraphWithoutLabel() {
    ProseReasons reasons = parse(ADMINISTRATOR + "\n" + REVIEWER + "\n\nIt failed.\n\nTwice.");

    assertThat(reasons.reviewerStatement().text()).isEqualTo(REVIEWER);
    assertThat(reasons.rationale()).isEqualTo("It failed.\n\nTwice.");
  }

  @Test
  void leavesMissingStatementsEmpty() {
    assertThat(parse(REVIEWER + "\nRationale: It failed.").claimsAdministratorStatement().text())
        .isEmpty();
    assertThat(parse(ADMINISTRATOR + "\nRationale: It failed.").reviewerStatement().text())
        .isEmpty();
  }

  @Test
  void skipsHeadingOfTheGuidelines() {
    ProseReasons reasons =
        parse("Relied Upon to Make His/Her Decision:\nA guideline.\nRationale: It failed.");

    assertThat(reasons.reviewerStatement().text()).isEqualTo("A guideline.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A guideline.", "A guideline.\nRationale:\n \n"})
  void returnsEmptyWithoutRationale(String text) {
    assertThat(ProseReasons.parse(NormalizedLetter.of(text), 0, text.length(), 1)).isEmpty();
  }
}
