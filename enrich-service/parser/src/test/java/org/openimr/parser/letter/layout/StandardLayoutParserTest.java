package org.openimr.parser.letter.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.DisputedRequest;
import org.openimr.parser.letter.model.Letter;
import org.openimr.parser.letter.model.LetterHeader;
import org.openimr.parser.letter.model.LetterLayout;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.model.PatientSex;
import org.openimr.parser.letter.model.ReviewPriority;

class StandardLayoutParserTest {

  @Test
  void parsesEveryField() {
    Letter letter = StandardLetterBuilder.withTwoItems().parse();

    assertThat(letter.layout()).isEqualTo(LetterLayout.STANDARD);
    assertThat(letter.header().caseNumber()).contains("CM16-9123456");
    assertThat(letter.header().dateAssigned()).contains(LocalDate.of(2016, 12, 14));
    assertThat(letter.header().priority()).contains(ReviewPriority.STANDARD);
    assertThat(letter.header().warnings()).isEmpty();
    assertThat(letter.reviewer().licensedStates()).containsExactly("Maine", "New York");
    assertThat(letter.clinicalSummary().patientAge()).contains(52);
    assertThat(letter.clinicalSummary().patientSex()).contains(PatientSex.FEMALE);
    assertThat(letter.items()).extracting(DisputedItem::number).containsExactly(1, 2);
  }

  @Test
  void parsesItems() {
    DisputedItem brace = StandardLetterBuilder.withTwoItems().parse().items().getFirst();

    assertThat(brace.request().text()).isEqualTo("Wrist brace, left");
    assertThat(brace.request().disputed()).isEqualTo("Wrist brace, left");
    assertThat(brace.outcome()).isEqualTo(DecisionOutcome.UPHELD);
    assertThat(brace.claimsAdministratorStatement().text())
        .isEqualTo("The Claims Administrator did not cite any medical evidence for its decision.");
    assertThat(brace.reviewerStatement().text())
        .isEqualTo("Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.");
    assertThat(brace.rationale())
        .startsWith("The brace was tried before")
        .endsWith("Therefore, the request is not medically necessary.");
  }

  @Test
  void rejectsItemsBeforeTheirHeading() {
    String text = StandardLetterBuilder.withTwoItems().text();
    int second = text.lastIndexOf("\n\n", text.lastIndexOf("Claims Administrator guideline")) + 2;

    ParseResult result =
        LetterParser.parse(text.substring(second) + "\f" + text.substring(0, second));

    assertThat(result)
        .isInstanceOfSatisfying(
            ParseResult.Failed.class,
            failed -> assertThat(failed.code()).isEqualTo(ParseResult.FailureCode.PAGE_ORDER));
  }

  @Test
  void separatesSummaryParagraphs() {
    String summary = StandardLetterBuilder.withTwoItems().parse().clinicalSummary().text();

    assertThat(summary.split("\n\n")).hasSize(2);
    assertThat(summary).contains("A splint was worn").endsWith("requests not medically necessary.");
  }

  @Test
  void findsDecisionWordAfterLastColon() {
    Letter letter =
        StandardLetterBuilder.standard()
            .withItem("Labs to include: CBC: Upheld", "No reason is given. It is refused.")
            .withItem("Naproxen 500mg #60 day supply: 30: Overturned", "It has helped.")
            .withItem("Bath chair:\nUpheld", "It is not a matter of care.")
            .parse();

    assertThat(letter.items())
        .extracting(item -> item.request().text())
        .containsExactly("Labs to include: CBC", "Naproxen 500mg #60 day supply: 30", "Bath chair");
    assertThat(letter.items())
        .extracting(DisputedItem::outcome)
        .containsExactly(
            DecisionOutcome.UPHELD, DecisionOutcome.OVERTURNED, DecisionOutcome.UPHELD);
  }

  @Test
  void acceptsCapitalsAndFullStopInDecisionWord() {
    Letter letter =
        StandardLetterBuilder.standard()
            .withItem("Bath chair: UPHELD", "It is not a matter of care.")
            .withItem("Naproxen 500mg #60: Overturned.", "It has helped.")
            .withItem("Labs to include: CBC: OVERTURNED .", "They are due.")
            .parse();

    assertThat(letter.items())
        .extracting(item -> item.request().text() + " " + item.outcome())
        .containsExactly(
            "Bath chair UPHELD",
            "Naproxen 500mg #60 OVERTURNED",
            "Labs to include: CBC OVERTURNED");
  }

  @Test
  void separatesSimilarItems() {
    StandardLetterBuilder letter = StandardLetterBuilder.standard();
    for (int k = 1; k <= 24; k++) {
      letter.withItem("Associated surgical service: Part " + k + ": Upheld", "As above. Refused.");
    }

    assertThat(letter.parse().items())
        .hasSize(24)
        .last()
        .satisfies(
            item -> {
              assertThat(item.number()).isEqualTo(24);
              assertThat(item.request().text()).isEqualTo("Associated surgical service: Part 24");
              assertThat(item.rationale()).isEqualTo("As above. Refused.");
            });
  }

  @Test
  void splitsPartiallyApprovedRequest() {
    DisputedRequest request =
        StandardLetterBuilder.standard()
            .withItem("Bath chair: Upheld", "It is not a matter of care.")
            .withItem(
                """
                Massage times 12 was the original request. Massage times 4 was authorized by the
                Claims Administrator. The remaining IMR eligible portion of the original request,
                Massage times 8 is: Upheld\
                """,
                "Four visits will show whether it helps.")
            .parse()
            .items()
            .getLast()
            .request();

    assertThat(request.original()).contains("Massage times 12");
    assertThat(request.authorized()).contains("Massage times 4");
    assertThat(request.disputed()).isEqualTo("Massage times 8");
    assertThat(request.text()).startsWith("Massage times 12 was").endsWith("Massage times 8");
  }

  @Test
  void parsesLetterWithoutHeaderAndWarns() {
    LetterHeader header = StandardLetterBuilder.withTwoItems().withHeader("").parse().header();

    assertThat(header.caseNumber()).isEmpty();
    assertThat(header.dateOfInjury()).isEqualTo(Optional.empty());
    assertThat(header.warnings())
        .extracting(ParseWarning::code)
        .containsExactly(ParseWarning.Code.HEADER_MISSING);
  }

  @Test
  void ignoresDatesOutsideTheHeader() {
    LetterHeader header =
        StandardLetterBuilder.withTwoItems()
            .withHeader("")
            .withSummary("Date of Injury: 01/02/2015. The worker fell. CM15-0000001 was another.")
            .parse()
            .header();

    assertThat(header.dateOfInjury()).isEmpty();
    assertThat(header.caseNumber()).isEmpty();
  }

  @Test
  void ignoresPageBreaksBeforeLabels() {
    String text =
        StandardLetterBuilder.standard()
            .withItem("Wrist brace, left: Upheld", "It was tried. It is not medically necessary.")
            .withItem(
                "Eight visits, left wrist was the original request. Two visits were authorized by"
                    + " the Claims Administrator. The remaining IMR eligible portion of the"
                    + " original request, six visits is: Upheld",
                "It is not medically necessary.")
            .text();
    int items = text.indexOf("Wrist brace");
    String torn =
        text.substring(items)
            .replace("\n\n", "\n")
            .replace("MAXIMUS guideline", "\n\fMAXIMUS guideline")
            .replace("Decision rationale", "\n\fDecision rationale")
            .replace("Eight visits, left wrist", "Eight visits, left\n\n\fwrist");

    Letter letter =
        StandardLetterBuilder.parsed(LetterParser.parse(text.substring(0, items) + torn));

    assertThat(letter.items().getFirst().rationale())
        .isEqualTo("It was tried. It is not medically necessary.");
    assertThat(letter.items().getLast().request().original()).contains("Eight visits, left wrist");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Partially Overturned", "UPHELD in part", "Modified", "Partly Upheld"})
  void rejectsPartialDecision(String decision) {
    String text =
        StandardLetterBuilder.withTwoItems().text().replaceFirst(": Upheld", ": " + decision);

    assertThat(StandardLetterBuilder.parseFailure(text).field()).isEqualTo("decisions[0].outcome");
    assertThat(StandardLetterBuilder.parseFailure(text).message()).contains("partial decision");
  }

  @Test
  void acceptsLabelsOfAnyCase() {
    String text = StandardLetterBuilder.withTwoItems().text();
    String other =
        text.replace("Claims Administrator guideline:", "CLAIMS ADMINISTRATOR GUIDELINE:")
            .replace("MAXIMUS guideline:", "Maximus Guideline:")
            .replace("Decision rationale:", "DECISION RATIONALE:");

    assertThat(other).isNotEqualTo(text);
    assertThat(StandardLetterBuilder.parsed(LetterParser.parse(other)).items())
        .extracting(DisputedItem::rationale)
        .isEqualTo(
            StandardLetterBuilder.parsed(LetterParser.parse(text)).items().stream()
                .map(DisputedItem::rationale)
                .toList());
  }
}
