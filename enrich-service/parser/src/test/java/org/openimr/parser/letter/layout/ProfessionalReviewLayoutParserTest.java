package org.openimr.parser.letter.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.Letter;
import org.openimr.parser.letter.model.LetterLayout;

class ProfessionalReviewLayoutParserTest {
  private static final String REVIEW =
      """
      MEDICAL PROFESSIONAL
      REVIEW

      ISSUE AT DISPUTE:
      Bath chair for
      the home

      CASE SUMMARY:
      This is a 66 year old male with a stiff hip.

      DOCUMENTS REVIEWED FOR DETERMINATION:
      - Application

      MEDICAL TREATMENT GUIDELINE(S) RELIED UPON BY
      PROFESSIONAL REVIEWER AND WHY:
      A synthetic guideline, since it speaks of chairs.

      RATIONALE FOR WHY THE REQUESTED
      TREATMENT/SERVICE IS/WAS NOT MEDICALLY NECESSARY:
      A chair is not a matter of care.

      MEDICAL REVIEWER QUALIFICATIONS:
      The reviewer is Board Certified in Orthopedic Surgery and is licensed to practice in Texas.
      """;

  private static Letter parse(String text) {
    return StandardLetterBuilder.parsed(LetterParser.parse(text));
  }

  @Test
  void parsesCompleteReview() {
    Letter letter = parse(REVIEW);

    assertThat(letter.layout()).isEqualTo(LetterLayout.PROFESSIONAL_REVIEW);
    assertThat(letter.reviewer().specialties()).containsExactly("Orthopedic Surgery");
    assertThat(letter.clinicalSummary().text())
        .isEqualTo("This is a 66 year old male with a stiff hip.");
    DisputedItem item = letter.items().getFirst();
    assertThat(item.request().text()).isEqualTo("Bath chair for the home");
    assertThat(item.outcome()).isEqualTo(DecisionOutcome.UPHELD);
    assertThat(item.claimsAdministratorStatement().text()).isEmpty();
    assertThat(item.reviewerStatement().text())
        .isEqualTo("A synthetic guideline, since it speaks of chairs.");
    assertThat(item.rationale()).isEqualTo("A chair is not a matter of care.");
  }

  @Test
  void takesOutcomeFromRationaleHeading() {
    assertThat(parse(REVIEW.replace("IS/WAS NOT", "IS/WAS")).items().getFirst().outcome())
        .isEqualTo(DecisionOutcome.OVERTURNED);
  }

  @Test
  void parsesSeveralIssues() {
    int guidelines = REVIEW.indexOf("MEDICAL TREATMENT");
    int qualifications = REVIEW.indexOf("MEDICAL REVIEWER");
    String second =
        REVIEW.substring(guidelines, qualifications).replace("NOT MEDICALLY", "MEDICALLY");
    String text =
        REVIEW
                .substring(0, qualifications)
                .replace("Bath chair for\nthe home", "1. Bath chair\n2. Cane")
            + second
            + REVIEW.substring(qualifications);

    assertThat(parse(text).items())
        .extracting(item -> item.request().text() + " " + item.outcome())
        .containsExactly("Bath chair UPHELD", "Cane OVERTURNED");
  }

  @Test
  void reportsMissingRationale() {
    String text = REVIEW.replace("A chair is not a matter of care.", "");

    assertThat(StandardLetterBuilder.parseFailure(text).field())
        .isEqualTo("decisions[0].rationale");
  }

  @Test
  void rejectsMoreRationalesThanIssues() {
    int guidelines = REVIEW.indexOf("MEDICAL TREATMENT");
    int qualifications = REVIEW.indexOf("MEDICAL REVIEWER");
    String text = REVIEW.substring(0, qualifications) + REVIEW.substring(guidelines);

    assertThat(StandardLetterBuilder.parseFailure(text).field())
        .isEqualTo("decisions[0].request.text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1. Bath chair\n2. Cane", "\n 1) Bath\nchair\n\n 2) Cane\n"})
  void sharesRationaleAmongNumberedIssues(String issues) {
    Letter letter = parse(REVIEW.replace("Bath chair for\nthe home", issues));

    assertThat(letter.items())
        .extracting(item -> item.number() + " " + item.request().text() + " " + item.outcome())
        .containsExactly("1 Bath chair UPHELD", "2 Cane UPHELD");
    assertThat(letter.items())
        .extracting(DisputedItem::rationale)
        .containsOnly("A chair is not a matter of care.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1. Bath chair 2. Cane",
        "- Bath chair\n- Cane",
        "a) Bath chair\nb) Cane",
        "(1) Bath chair\n(2) Cane",
        "Issue 1: Bath chair\nIssue 2: Cane",
        "\u2022 Bath chair\n\u2022 Cane",
      })
  void rejectsListThatCannotBeSeparated(String issues) {
    String text = REVIEW.replace("Bath chair for\nthe home", issues);

    assertThat(StandardLetterBuilder.parseFailure(text).field())
        .isEqualTo("decisions[0].request.text");
  }

  @Test
  void rejectsMoreIssuesThanRationales() {
    int guidelines = REVIEW.indexOf("MEDICAL TREATMENT");
    int qualifications = REVIEW.indexOf("MEDICAL REVIEWER");
    String text =
        REVIEW
                .substring(0, qualifications)
                .replace("Bath chair for\nthe home", "1. Bath chair\n2. Cane\n3. Ramp")
            + REVIEW.substring(guidelines);

    assertThat(StandardLetterBuilder.parseFailure(text).field())
        .isEqualTo("decisions[0].request.text");
  }
}
