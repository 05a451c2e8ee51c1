package org.openimr.parser.letter.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.Letter;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ParseResult.FailureCode;

class NoticeLayoutParserTest {
  private static final String NOTICE =
      """
      MAXIMUS FEDERAL SERVICES, INC.

      Notice of Independent Medical
      Review Determination

      Dated: 9/3/2013

      1) MAXIMUS Federal Services, Inc. has determined the request for a wrist brace is
      notmedically necessary and appropriate.

      2) MAXIMUS Federal Services, Inc. has determined the request for six visits of therapy are
      medically necessary and appropriate.

      INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE

      A decision has been made for each of the treatments that were in dispute:

      1) MAXIMUS Federal Services, Inc. has determined the request for a wrist brace is
      not medically necessary and appropriate.

      2) MAXIMUS Federal Services, Inc. has determined the request for six visits of therapy are
      medically necessary and appropriate.

      Medical Qualifications of the Expert Reviewer:
      The physician reviewer is Board Certified in Family Practice and is licensed to practice in
      Maine. He/she has been in practice.

      Expert Reviewer Case Summary:
      The employee is a 41-year-old male who lifts trays.

      Documents Reviewed for Determination:
      The documents included:
      - Application for Independent Medical Review

      1) Regarding the request for a wrist brace:

      Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to
      Make His/Her Decision:

      The Claims Administrator based its decision on a synthetic guideline. The Expert Reviewer
      relied on another one.

      Rationale for the Decision:
      The brace was tried before. The request is not medically necessary.

      2) Regarding the request for six visits of therapy:

      Section of the Medical Treatment Utilization Schedule Relied Upon by the Expert Reviewer to
      Make His/Her Decision:

      The Claims Administrator did not cite any medical evidence for its decision. The Expert
      Reviewer relied on a third one.

      Rationale for the Decision:
      None were given so far.

      They are supported.

      Effect of the Decision:
      It is final.
      """;

  private static Letter parse(String text) {
    return StandardLetterBuilder.parsed(LetterParser.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cc: B. Poe", "A clerk counts these sheets twice.", "B. Poe, M.D."})
  void leavesOutTextAfterTheLastRationale(String tail) {
    String rationale = "None were given so far. The request is medically necessary.";
    String text = NOTICE.substring(0, NOTICE.indexOf("None were given")) + rationale;

    Letter letter = parse(text + "\n\n" + tail + "\n");

    assertThat(letter.items().getLast().rationale()).isEqualTo(rationale);
  }

  @Test
  void parsesCompleteNotice() {
    Letter letter = parse(NOTICE);

    assertThat(letter.layout()).isEqualTo(LetterLayout.NOTICE);
    assertThat(letter.header().decisionDate()).contains(LocalDate.of(2013, 9, 3));
    assertThat(letter.reviewer().specialties()).containsExactly("Family Practice");
    assertThat(letter.reviewer().licensedStates()).containsExactly("Maine");
    assertThat(letter.clinicalSummary().text())
        .isEqualTo("The employee is a 41-year-old male who lifts trays.");
    assertThat(letter.items())
        .extracting(item -> item.request().text())
        .containsExactly("a wrist brace", "six visits of therapy");
    assertThat(letter.items())
        .extracting(DisputedItem::outcome)
        .containsExactly(DecisionOutcome.UPHELD, DecisionOutcome.OVERTURNED);
  }

  @Test
  void assignsReasonsToEachItem() {
    DisputedItem first = parse(NOTICE).items().getFirst();
    DisputedItem last = parse(NOTICE).items().getLast();

    assertThat(first.claimsAdministratorStatement().text())
        .isEqualTo("The Claims Administrator based its decision on a synthetic guideline.");
    assertThat(first.reviewerStatement().text())
        .isEqualTo("The Expert Reviewer relied on another one.");
    assertThat(first.rationale())
        .isEqualTo("The brace was tried before. The request is not medically necessary.");
    assertThat(last.rationale()).isEqualTo("None were given so far.\n\nThey are supported.");
  }

  @Test
  void separatesItemsByGuidelinesWithoutHeadings() {
    String text = NOTICE.replaceAll("(?m)^\\d\\) Regarding.*\\n", "");

    assertThat(parse(text).items())
        .extracting(DisputedItem::rationale)
        .first()
        .asString()
        .endsWith("The request is not medically necessary.");
  }

  @ParameterizedTest
  @CsvSource({
    "has determined the request for, NO_ITEMS, decisions",
    "Rationale for the Decision:, ITEM_INCOMPLETE, decisions[0].rationale",
    "Medical Qualifications of the Expert Reviewer:, UNKNOWN_LAYOUT, ''",
  })
  void rejectsNoticeWithMissingPart(String lost, FailureCode code, String field) {
    String gaps = NOTICE.replace(lost, "").replaceAll("\n\n+", "\n");

    assertThat(StandardLetterBuilder.parseFailure(gaps).code()).isEqualTo(code);
    assertThat(StandardLetterBuilder.parseFailure(gaps).field()).isEqualTo(field);
  }

  @Test
  void rejectsContradictoryDeterminations() {
    String text = NOTICE.replaceFirst("notmedically", "medically");

    assertThat(StandardLetterBuilder.parseFailure(text).field()).isEqualTo("decisions[0].outcome");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Disclaimer: The", "Disclaimer\nThe", "DISCLAIMER: Effect of Decision:"})
  void parsesSummaryThatBeginsWithDisclaimer(String opening) {
    Letter letter =
        parse(
            NOTICE.replace(
                "The employee is",
                opening + " following summary was taken from the denial.\n\nThe employee is"));

    assertThat(letter.clinicalSummary().text()).containsIgnoringCase("disclaimer");
    assertThat(letter.clinicalSummary().text()).contains("who lifts trays.");
    assertThat(letter.items()).hasSize(2);
    assertThat(letter.items().getLast().rationale())
        .isEqualTo("None were given so far.\n\nThey are supported.");
  }

  @Test
  void usesDatesStatedInSentences() {
    Letter letter =
        parse(
            NOTICE.replace(
                "A decision has been made",
                "An application was filed on 7/9/2013 disputing the denial dated 7/1/2013. A"
                    + " Notice of Assignment was provided on 8/1/2013. A decision has been made"));

    assertThat(letter.header().applicationReceived()).contains(LocalDate.of(2013, 7, 9));
    assertThat(letter.header().urDenialDate()).contains(LocalDate.of(2013, 7, 1));
    assertThat(letter.header().dateAssigned()).contains(LocalDate.of(2013, 8, 1));
  }

  @Test
  void rejectsDecisionThatIsPartial() {
    String text =
        NOTICE.replace("therapy are\nmedically necessary", "therapy are partially\nnecessary");

    assertThat(StandardLetterBuilder.parseFailure(text).field()).isEqualTo("decisions[1].outcome");
  }
}
