package org.openimr.parser.letter.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.Letter;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ParseResult;

class DocumentsReviewedLayoutParserTest {
  private static final String TOP =
      """
      MAXIMUS FEDERAL SERVICES, INC.
      Independent Medical Review

      Case Number: CM13-9000777
      Date Assigned: 12/02/2013 Date of Injury: 05/06/2011
      Decision Date: 02/03/2014 UR Denial Date: 10/07/2013
      Priority: Standard Application Received: 10/21/2013

      HOW THE IMR FINAL DETERMINATION WAS MADE

      The expert reviewer is Board Certified in Neurology and is licensed to practice in Ohio.

      DOCUMENTS REVIEWED

      The following documents were reviewed: the application, and 1. some records.

      CLINICAL CASE SUMMARY

      The expert reviewer developed the following clinical case summary based on a review of the
      case file, including all medical records:

      The worker is a 29 year old female with headaches.

      IMR DECISION(S)
      AND RATIONALE(S)

      The Final Determination was based on decisions for the disputed items/services set forth
      below:

      """;
  private static final String NUMBERED =
      """
      1. The request for a head scan is not medically necessary and appropriate.

      The Claims Administrator based its decision on a synthetic guideline.

      The Physician Reviewer based his/her decision on another one.

      The Physician Reviewer's decision rationale:
      Nothing is out of order:
      2. visits were enough. It is refused.

      2. Naproxen 500 mg is medically necessary and appropriate.

      The Claims Administrator did not cite any medical evidence for its decision.

      The Physician Reviewer based his/her decision on a third one.

      The Physician Reviewer's decision rationale:
      It has helped before.
      """;

  @Test
  void parsesNumberedSentencesAsItems() {
    Letter letter = StandardLetterBuilder.parsed(LetterParser.parse(TOP + NUMBERED));

    assertThat(letter.layout()).isEqualTo(LetterLayout.DOCUMENTS_REVIEWED);
    assertThat(letter.header().caseNumber()).contains("CM13-9000777");
    assertThat(letter.reviewer().specialties()).containsExactly("Neurology");
    assertThat(letter.clinicalSummary().patientAge()).contains(29);
    assertThat(letter.items())
        .extracting(item -> item.request().text())
        .containsExactly("a head scan", "Naproxen 500 mg");
    assertThat(letter.items())
        .extracting(DisputedItem::outcome)
        .containsExactly(DecisionOutcome.UPHELD, DecisionOutcome.OVERTURNED);
  }

  @Test
  void excludesRationaleLabelFromStatement() {
    DisputedItem item =
        StandardLetterBuilder.parsed(LetterParser.parse(TOP + NUMBERED)).items().getFirst();

    assertThat(item.claimsAdministratorStatement().text())
        .isEqualTo("The Claims Administrator based its decision on a synthetic guideline.");
    assertThat(item.reviewerStatement().text())
        .isEqualTo("The Physician Reviewer based his/her decision on another one.");
    assertThat(item.rationale())
        .isEqualTo("Nothing is out of order: 2. visits were enough. It is refused.");
  }

  @Test
  void ignoresWrappedDatesAsItemNumbers() {
    String text =
        NUMBERED.replace(
            "Nothing is out of order:\n2. visits were enough.",
            "An earlier denial (of 1-8-\n2) was not medically necessary.");

    assertThat(StandardLetterBuilder.parsed(LetterParser.parse(TOP + text)).items())
        .extracting(item -> item.request().text())
        .containsExactly("a head scan", "Naproxen 500 mg");
  }

  @Test
  void parsesItemsWithStandardLabels() {
    String standard = StandardLetterBuilder.withTwoItems().text();
    String items = standard.substring(standard.indexOf("Wrist brace"));

    Letter letter = StandardLetterBuilder.parsed(LetterParser.parse(TOP + items));

    assertThat(letter.layout()).isEqualTo(LetterLayout.DOCUMENTS_REVIEWED);
    assertThat(letter.items()).hasSize(2);
    assertThat(letter.items().getFirst().request().text()).isEqualTo("Wrist brace, left");
  }

  @Test
  void reportsItemWithoutReasonsAsIncomplete() {
    String text = TOP + "1. A head scan is not medically necessary and appropriate.\n";

    assertThat(StandardLetterBuilder.parseFailure(text).field())
        .isEqualTo("decisions[0].rationale");
  }

  @Test
  void reportsMissingItems() {
    assertThat(StandardLetterBuilder.parseFailure(TOP).code())
        .isEqualTo(ParseResult.FailureCode.NO_ITEMS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Effect of the Decision:\nIt", "EFFECT OF THE DECISION\n\nIt", "Disclaimer: It"})
  void excludesClosingNotice(String heading) {
    String notice = "\n" + heading + " is binding on all parties.\n";
    String standard = StandardLetterBuilder.withTwoItems().text();
    String labelled = standard.substring(standard.indexOf("Wrist brace"));

    assertThat(lastRationale(TOP + NUMBERED + notice)).isEqualTo("It has helped before.");
    assertThat(lastRationale(TOP + labelled + notice)).isEqualTo(lastRationale(TOP + labelled));
  }

  private static String lastRationale(String text) {
    return StandardLetterBuilder.parsed(LetterParser.parse(text)).items().getLast().rationale();
  }

  @Test
  void removesTitleOfRequest() {
    String standard = StandardLetterBuilder.withTwoItems().text();
    String items = "Decision for " + standard.substring(standard.indexOf("Wrist brace"));

    assertThat(
            StandardLetterBuilder.parsed(LetterParser.parse(TOP + items))
                .items()
                .getFirst()
                .request()
                .text())
        .isEqualTo("Wrist brace, left");
  }
}
