package org.openimr.sink.lake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.openimr.event.BasisKind;
import org.openimr.event.CaseOutcome;
import org.openimr.event.Decision;
import org.openimr.event.Determination;
import org.openimr.event.GuidelineBasis;
import org.openimr.event.Header;
import org.openimr.event.ItemDecision;
import org.openimr.event.Layout;
import org.openimr.event.Outcome;
import org.openimr.event.Request;
import org.openimr.event.RequestDetails;
import org.openimr.event.Reviewer;
import org.openimr.event.Source;
import org.openimr.event.Summary;

/** Synthetic events of the topics that the lake reads. */
final class SampleLakeEvents {
  private static final Instant RECEIVED = Instant.parse("2016-05-04T10:00:00Z");

  private SampleLakeEvents() {}

  static ItemDecision item(
      String caseKey, int number, int revision, LocalDate decided, Outcome outcome) {
    return ItemDecision.newBuilder()
        .setCaseKey(caseKey)
        .setLetterId("0".repeat(64))
        .setRevision(revision)
        .setSource(new Source(null, null, "text/plain", 12L, null))
        .setReceivedAt(RECEIVED)
        .setParserVersion("1")
        .setDecisionDate(decided)
        .setItemNumber(number)
        .setItemCount(3)
        .setRequest(request())
        .setOutcome(outcome)
        .setClaimsAdministratorBasis(basis())
        .setReviewerBasis(basis())
        .setRationale("A synthetic rationale.")
        .setWarnings(List.of())
        .build();
  }

  static Determination determination(String caseKey, int revision, int items, LocalDate decided) {
    return Determination.newBuilder()
        .setCaseKey(caseKey)
        .setLetterId("0".repeat(64))
        .setRevision(revision)
        .setSource(new Source(null, null, "text/plain", 12L, null))
        .setReceivedAt(RECEIVED)
        .setParserVersion("1")
        .setHeader(header(items, decided))
        .setClinicalSummary(
            Summary.newBuilder().setText("A synthetic summary.").setWarnings(List.of()).build())
        .setDecisions(
            IntStream.rangeClosed(1, items).mapToObj(number -> decision(number, decided)).toList())
        .build();
  }

  private static Header header(int items, LocalDate decided) {
    return Header.newBuilder()
        .setLayout(Layout.STANDARD)
        .setDecisionDate(decided)
        .setReviewer(new Reviewer(List.of("Internal Medicine"), List.of(), List.of("California")))
        .setItemCount(items)
        .setUpheldCount(items)
        .setOverturnedCount(0)
        .setOutcome(CaseOutcome.UPHELD)
        .setWarnings(List.of())
        .build();
  }

  private static Decision decision(int number, LocalDate decided) {
    return Decision.newBuilder()
        .setDecisionDate(decided)
        .setItemNumber(number)
        .setItemCount(3)
        .setRequest(request())
        .setOutcome(Outcome.UPHELD)
        .setClaimsAdministratorBasis(basis())
        .setReviewerBasis(basis())
        .setRationale("A synthetic rationale.")
        .setWarnings(List.of())
        .build();
  }

  private static Request request() {
    return Request.newBuilder()
        .setText("Widget therapy")
        .setDisputed("Widget therapy")
        .setCategory("Physical Medicine")
        .setDetails(
            RequestDetails.newBuilder()
                .setQuantities(List.of())
                .setStrengths(List.of())
                .setRefills(List.of())
                .setSessions(List.of())
                .setFrequencies(List.of())
                .setDurations(List.of())
                .setSides(List.of())
                .setBodyParts(List.of())
                .setDatesOfService(List.of())
                .setRetrospective(false)
                .build())
        .build();
  }

  private static GuidelineBasis basis() {
    return GuidelineBasis.newBuilder()
        .setKind(BasisKind.NONE_CITED)
        .setStatement("A synthetic statement.")
        .setCitations(List.of())
        .build();
  }
}
