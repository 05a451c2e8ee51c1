package org.openimr.standalone.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openimr.cli.console.CapturedConsole;
import org.openimr.event.Authority;
import org.openimr.event.BasisKind;
import org.openimr.event.CaseOutcome;
import org.openimr.event.Citation;
import org.openimr.event.Decision;
import org.openimr.event.Determination;
import org.openimr.event.GuidelineBasis;
import org.openimr.event.Header;
import org.openimr.event.Layout;
import org.openimr.event.Outcome;
import org.openimr.event.Request;
import org.openimr.event.Resolution;
import org.openimr.event.Reviewer;
import org.openimr.event.Source;
import org.openimr.event.Span;
import org.openimr.event.Summary;

class DecisionFormatterTest {
  @Test
  void formatsDecisionAsOneLine() {
    Decision decision =
        decision(Outcome.OVERTURNED, "Six sessions of juggling", odg("Pain"), odg("Low Back"));

    assertThat(linesWithoutTerminal(determined(decision)))
        .containsExactly(
            "CM16-9999999  1/1    OVERTURNED  Six sessions of juggling"
                + "                      ODG Pain; ODG Low Back");
  }

  @Test
  void listsRepeatedGuidelineOnce() {
    Decision decision = decision(Outcome.UPHELD, "Juggling", odg("Pain"), odg("Pain"));

    assertThat(linesWithoutTerminal(determined(decision)).getFirst()).containsOnlyOnce("ODG Pain");
  }

  @Test
  void showsKindOfBasisWithoutCitations() {
    assertThat(linesWithoutTerminal(determined(decision(Outcome.UPHELD, "Juggling"))).getFirst())
        .endsWith("none cited");
  }

  @Test
  void truncatesTreatmentOnTerminalOnly() {
    String treatment = "Juggling with " + "very ".repeat(30) + "many balls";
    LetterResult result = determined(decision(Outcome.UPHELD, treatment));

    assertThat(linesWithoutTerminal(result).getFirst()).contains(treatment);
    assertThat(lines(CapturedConsole.terminal(false), result).getFirst())
        .contains("Juggling with very")
        .contains("…")
        .doesNotContain("balls");
  }

  @Test
  void replacesControlCharactersOfLetters() {
    LetterResult result = determined(decision(Outcome.UPHELD, "Jug\u001b[2Jgling\nevery\tday"));

    assertThat(lines(CapturedConsole.terminal(false), result).getFirst())
        .contains("Jug [2Jgling every day")
        .doesNotContain("\u001b");
  }

  @Test
  void formatsDeadLetterAsOneLine() {
    LetterResult dead = new LetterResult.DeadLettered("TOO_LARGE", "ingest", "novel.txt");

    assertThat(linesWithoutTerminal(dead).getFirst())
        .contains("DEAD")
        .contains("novel.txt")
        .endsWith("TOO_LARGE at ingest");
  }

  private static List<String> linesWithoutTerminal(LetterResult result) {
    return lines(CapturedConsole.file(), result);
  }

  private static List<String> lines(CapturedConsole captured, LetterResult result) {
    return new DecisionFormatter(captured.console()).of(result);
  }

  private static LetterResult determined(Decision decision) {
    return new LetterResult.Determined(
        Determination.newBuilder()
            .setCaseKey("CM16-9999999")
            .setLetterId("0".repeat(64))
            .setRevision(1)
            .setSource(new Source(null, null, "text/plain", 1L, null))
            .setReceivedAt(Instant.EPOCH)
            .setParserVersion("1")
            .setHeader(header())
            .setClinicalSummary(
                Summary.newBuilder().setText("He juggles.").setWarnings(List.of()).build())
            .setDecisions(List.of(decision))
            .build());
  }

  private static Header header() {
    return Header.newBuilder()
        .setLayout(Layout.STANDARD)
        .setReviewer(new Reviewer(List.of(), List.of(), List.of()))
        .setItemCount(1)
        .setUpheldCount(1)
        .setOverturnedCount(0)
        .setOutcome(CaseOutcome.UPHELD)
        .setWarnings(List.of())
        .build();
  }

  private static Decision decision(Outcome outcome, String treatment, Citation... citations) {
    GuidelineBasis basis =
        new GuidelineBasis(
            citations.length == 0 ? BasisKind.NONE_CITED : BasisKind.NON_MTUS,
            "as printed",
            List.of(citations));
    return Decision.newBuilder()
        .setItemNumber(1)
        .setItemCount(1)
        .setRequest(request(treatment))
        .setOutcome(outcome)
        .setClaimsAdministratorBasis(basis)
        .setReviewerBasis(basis)
        .setRationale("It helps.")
        .setWarnings(List.of())
        .build();
  }

  private static Request request(String treatment) {
    Request request = new Request();
    request.setText(treatment);
    request.setDisputed(treatment);
    return request;
  }

  private static Citation odg(String chapter) {
    return Citation.newBuilder()
        .setText("ODG, " + chapter)
        .setSpan(new Span(0, 1))
        .setSections(List.of())
        .setPages(List.of())
        .setRegulationSections(List.of())
        .setAuthority(Authority.ODG)
        .setDocument(chapter)
        .setTopicIds(List.of())
        .setResolution(Resolution.EXACT)
        .build();
  }
}
