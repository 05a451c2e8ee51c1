package org.openimr.sink.database;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.openimr.event.Authority;
import org.openimr.event.BasisKind;
import org.openimr.event.CaseHeader;
import org.openimr.event.CaseOutcome;
import org.openimr.event.Citation;
import org.openimr.event.GuidelineBasis;
import org.openimr.event.ItemDecision;
import org.openimr.event.Layout;
import org.openimr.event.Outcome;
import org.openimr.event.PageRange;
import org.openimr.event.Priority;
import org.openimr.event.Request;
import org.openimr.event.RequestDetails;
import org.openimr.event.Resolution;
import org.openimr.event.Reviewer;
import org.openimr.event.ServiceDates;
import org.openimr.event.Source;
import org.openimr.event.Span;
import org.openimr.event.Standing;
import org.openimr.event.Warning;
import org.openimr.event.WarningCode;

/** Synthetic events of the topics that the database sink reads. */
final class SampleDatabaseEvents {
  static final LocalDate DECIDED = LocalDate.of(2016, 12, 9);
  static final Instant RECEIVED = Instant.parse("2026-11-01T23:30:00.250Z");

  /** Part of the rationale, which must not be logged. */
  static final String CLINICAL_TEXT = "the clinical words";

  private SampleDatabaseEvents() {}

  /** The header of a case of one upheld item. */
  static CaseHeader header(String caseKey, int revision) {
    return CaseHeader.newBuilder()
        .setCaseKey(caseKey)
        .setLetterId("%064x".formatted(revision))
        .setRevision(revision)
        .setSource(source())
        .setReceivedAt(RECEIVED)
        .setParserVersion("1")
        .setLayout(Layout.STANDARD)
        .setCaseNumber(caseKey)
        .setDateOfInjury(LocalDate.of(1967, 3, 12))
        .setDecisionDate(DECIDED)
        .setPriority(Priority.EXPEDITED)
        .setReviewer(new Reviewer(List.of("Synthetic Surgery"), List.of(), List.of("California")))
        .setItemCount(1)
        .setUpheldCount(1)
        .setOverturnedCount(0)
        .setOutcome(CaseOutcome.UPHELD)
        .setWarnings(List.of(new Warning(WarningCode.DATE_ORDER, "dateAssigned", "out of order")))
        .build();
  }

  /** An upheld item whose reviewer cites documents, and whose claims administrator cites one. */
  static ItemDecision decision(String caseKey, int item, int revision, String... documents) {
    return ItemDecision.newBuilder()
        .setCaseKey(caseKey)
        .setLetterId("%064x".formatted(revision))
        .setRevision(revision)
        .setSource(source())
        .setReceivedAt(RECEIVED)
        .setParserVersion("1")
        .setCaseNumber(caseKey)
        .setDecisionDate(DECIDED)
        .setItemNumber(item)
        .setItemCount(1)
        .setRequest(request())
        .setOutcome(Outcome.UPHELD)
        .setClaimsAdministratorBasis(
            new GuidelineBasis(
                BasisKind.NON_MTUS, "Synthetic.", List.of(citation("Synthetic Low Back"))))
        .setReviewerBasis(
            new GuidelineBasis(
                BasisKind.MTUS,
                "Synthetic.",
                List.of(documents).stream().map(SampleDatabaseEvents::citation).toList()))
        .setRationale("The synthetic \"file\" says\nto\0o little: " + CLINICAL_TEXT)
        .setWarnings(List.of())
        .build();
  }

  private static Source source() {
    return new Source(null, "synthetic.txt", "text/plain", 100L, null);
  }

  private static Request request() {
    ServiceDates given =
        new ServiceDates("1/2/15", LocalDate.of(2015, 1, 2), LocalDate.of(2015, 1, 2));
    return Request.newBuilder()
        .setText("Synthetic belt, 1/2/15")
        .setDisputed("Synthetic belt")
        .setCategory("Durable Medical Equipment")
        .setSubcategory("Belts")
        .setDetails(
            new RequestDetails(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(given),
                true))
        .build();
  }

  private static Citation citation(String document) {
    return Citation.newBuilder()
        .setText(document + ", page 7")
        .setSpan(new Span(3, 17))
        .setSections(List.of("Belts"))
        .setPages(List.of(new PageRange(7, 7)))
        .setRegulationSections(List.of())
        .setAuthority(Authority.MTUS)
        .setDocument(document)
        .setGuidelineId("synthetic")
        .setTopicIds(List.of())
        .setResolution(Resolution.EXACT)
        .setStanding(Standing.IN_FORCE)
        .build();
  }
}
