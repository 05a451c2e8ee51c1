package org.openimr.parser.letter.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.model.ParseWarning;

class RationaleWarningsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPHELD | It helped. Therefore, the brace is medically necessary.",
        "UPHELD | As such, the request was determined to be medically necessary at this time.",
        "OVERTURNED | It failed. Thus, the brace is not medically necessary.",
        "OVERTURNED | The request cannot be considered medically necessary and appropriate.",
        "OVERTURNED | As the brace is not medically necessary, neither is the strap.",
      })
  void warnsWhenConclusionContradictsDecision(DecisionOutcome outcome, String rationale) {
    assertThat(RationaleWarnings.of(rationale, outcome))
        .extracting(ParseWarning::code)
        .containsExactly(ParseWarning.Code.RATIONALE_CONTRADICTS_DECISION);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPHELD | It failed. Therefore, the request is not medically necessary.",
        "OVERTURNED | It helped. Therefore, the request is medically necessary.",
        "OVERTURNED | Utilization review called it not medically necessary. It helped.",
        "UPHELD | The guideline asks when a brace is medically necessary. It is not here.",
        "UPHELD | Therefore, it is medically necessary. But medical need was not shown.",
        "UPHELD | Recommendation is for denial.",
        "UPHELD | The request is medically necessary for two visits of the twelve that were named"
            + " in the form that came with it, and no more of them.",
      })
  void doesNotWarnOfContradictionWithoutClearConclusion(DecisionOutcome outcome, String rationale) {
    assertThat(RationaleWarnings.of(rationale, outcome))
        .extracting(ParseWarning::code)
        .doesNotContain(ParseWarning.Code.RATIONALE_CONTRADICTS_DECISION);
  }
}
