package org.openimr.enrich.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandardLayoutTest {

  @Test
  void everyFieldOfALetterIsRead() {
    Letter letter = MadeUpLetter.withTwoItems().read();

    assertThat(letter.layout()).isEqualTo(LayoutName.STANDARD);
    assertThat(letter.header().caseNumber()).contains("CM16-9123456");
    assertThat(letter.header().dateAssigned()).contains(LocalDate.of(2016, 12, 14));
    assertThat(letter.header().priority()).contains(Priority.STANDARD);
    assertThat(letter.header().warnings()).isEmpty();
    assertThat(letter.reviewer().licensedStates()).containsExactly("Maine", "New York");
    assertThat(letter.clinicalSummary().patientAge()).contains(52);
    assertThat(letter.clinicalSummary().patientSex()).contains(Sex.FEMALE);
    assertThat(letter.items()).extracting(Item::number).containsExactly(1, 2);
  }

  @Test
  void itemsCarryHeadingOutcomeStatementsAndRationale() {
    Item brace = MadeUpLetter.withTwoItems().read().items().getFirst();

    assertThat(brace.request().text()).isEqualTo("Wrist brace, left");
    assertThat(brace.request().disputed()).isEqualTo("Wrist brace, left");
    assertThat(brace.outcome()).isEqualTo(Outcome.UPHELD);
    assertThat(brace.claimsAdministratorStatement().text())
        .isEqualTo("The Claims Administrator did not cite any medical evidence for its decision.");
    assertThat(brace.reviewerStatement().text())
        .isEqualTo("Decision based on MTUS Low Back Complaints 2004, Section(s): Special Studies.");
    assertThat(brace.rationale())
        .startsWith("The brace was tried before")
        .endsWith("Therefore, the request is not medically necessary.");
  }

  @Test
  void paragraphsOfTheSummaryStayApart() {
    String summary = MadeUpLetter.withTwoItems().read().clinicalSummary().text();

    assertThat(summary.split("\n\n")).hasSize(2);
    assertThat(summary).contains("A splint was worn").endsWith("requests not medically necessary.");
  }

  @Test
  void theDecisionWordFollowsTheLastColon() {
    Letter letter =
        MadeUpLetter.standard()
            .withItem("Labs to include: CBC: Upheld", "No reason is given. It is refused.")
            .withItem("Naproxen 500mg #60 day supply: 30: Overturned", "It has helped.")
            .withItem("Bath chair:\nUpheld", "It is not a matter of care.")
            .read();

    assertThat(letter.items())
        .extracting(item -> item.request().text())
        .containsExactly("Labs to include: CBC", "Naproxen 500mg #60 day supply: 30", "Bath chair");
    assertThat(letter.items())
        .extracting(Item::outcome)
        .containsExactly(Outcome.UPHELD, Outcome.OVERTURNED, Outcome.UPHELD);
  }

  @Test
  void theDecisionWordMayBeInCapitalsOrEndInAFullStop() {
    Letter letter =
        MadeUpLetter.standard()
            .withItem("Bath chair: UPHELD", "It is not a matter of care.")
            .withItem("Naproxen 500mg #60: Overturned.", "It has helped.")
            .withItem("Labs to include: CBC: OVERTURNED .", "They are due.")
            .read();

    assertThat(letter.items())
        .extracting(item -> item.request().text() + " " + item.outcome())
        .containsExactly(
            "Bath chair UPHELD",
            "Naproxen 500mg #60 OVERTURNED",
            "Labs to include: CBC OVERTURNED");
  }

  @Test
  void manyItemsThatAreNearlyTheSameStayApart() {
    MadeUpLetter letter = MadeUpLetter.standard();
    for (int k = 1; k <= 24; k++) {
      letter.withItem("Associated surgical service: Part " + k + ": Upheld", "As above. Refused.");
    }

    assertThat(letter.read().items())
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
  void aRequestGrantedInPartIsTakenApart() {
    Request request =
        MadeUpLetter.standard()
            .withItem("Bath chair: Upheld", "It is not a matter of care.")
            .withItem(
                """
                Massage times 12 was the original request. Massage times 4 was authorized by the
                Claims Administrator. The remaining IMR eligible portion of the original request,
                Massage times 8 is: Upheld""",
                "Four visits will show whether it helps.")
            .read()
            .items()
            .getLast()
            .request();

    assertThat(request.original()).contains("Massage times 12");
    assertThat(request.authorized()).contains("Massage times 4");
    assertThat(request.disputed()).isEqualTo("Massage times 8");
    assertThat(request.text()).startsWith("Massage times 12 was").endsWith("Massage times 8");
  }

  @Test
  void aLetterWithoutHeaderBlockIsReadAndWarnedAbout() {
    Header header = MadeUpLetter.withTwoItems().withHeader("").read().header();

    assertThat(header.caseNumber()).isEmpty();
    assertThat(header.dateOfInjury()).isEqualTo(Optional.empty());
    assertThat(header.warnings())
        .extracting(Warning::code)
        .containsExactly(Warning.Code.HEADER_MISSING);
  }

  @Test
  void headerDatesAreNeverTakenFromTheRunningText() {
    Header header =
        MadeUpLetter.withTwoItems()
            .withHeader("")
            .withSummary("Date of Injury: 01/02/2015. The worker fell. CM15-0000001 was another.")
            .read()
            .header();

    assertThat(header.dateOfInjury()).isEmpty();
    assertThat(header.caseNumber()).isEmpty();
  }

  @Test
  void pageBreaksBeforeLabelsAreNoGapsBetweenParagraphs() {
    String text =
        MadeUpLetter.standard()
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

    Letter letter = MadeUpLetter.letter(LetterReader.read(text.substring(0, items) + torn));

    assertThat(letter.items().getFirst().rationale())
        .isEqualTo("It was tried. It is not medically necessary.");
    assertThat(letter.items().getLast().request().original()).contains("Eight visits, left wrist");
  }
}
