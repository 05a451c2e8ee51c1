package org.openimr.sink.monitor.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
import org.openimr.event.RequestDetails;
import org.openimr.event.Resolution;
import org.openimr.event.Reviewer;
import org.openimr.event.Sex;
import org.openimr.event.Source;
import org.openimr.event.Span;
import org.openimr.event.Summary;

/** Synthetic determinations. */
public final class SampleDeterminations {
  public static final String SUMMARY = "A synthetic worker with a synthetic ache.";
  public static final String RATIONALE = "The synthetic file says too little.";

  private SampleDeterminations() {}

  /** Category, outcome and documents cited by the reviewer of a decision. */
  public record Item(String category, Outcome outcome, List<String> documents) {
    public Item(String category, Outcome outcome, String... documents) {
      this(category, outcome, List.of(documents));
    }
  }

  /** A determination by an orthopaedic surgeon. */
  public static Determination of(String caseKey, int revision, LocalDate decided, Item... items) {
    Determination determination = new Determination();
    determination.setCaseKey(caseKey);
    determination.setLetterId("%064x".formatted(revision));
    determination.setRevision(revision);
    determination.setSource(new Source(null, caseKey + ".txt", "text/plain", 100L, null));
    determination.setReceivedAt(Instant.parse("2026-11-01T10:00:00Z"));
    determination.setParserVersion("1");
    determination.setClinicalSummary(new Summary(SUMMARY, 44, Sex.FEMALE, List.of()));
    determination.setHeader(header(caseKey, decided, items));
    List<Decision> decisions = new ArrayList<>();
    for (Item item : items) {
      decisions.add(decision(caseKey, decided, decisions.size() + 1, items.length, item));
    }
    determination.setDecisions(decisions);
    return determination;
  }

  private static Header header(String caseKey, LocalDate decided, Item... items) {
    Header header = new Header();
    header.setLayout(Layout.STANDARD);
    header.setCaseNumber(caseKey);
    header.setDecisionDate(decided);
    header.setReviewer(
        new Reviewer(List.of("Orthopaedic Surgery"), List.of(), List.of("California")));
    header.setItemCount(items.length);
    header.setUpheldCount(count(Outcome.UPHELD, items));
    header.setOverturnedCount(count(Outcome.OVERTURNED, items));
    header.setOutcome(
        header.getOverturnedCount() == 0
            ? CaseOutcome.UPHELD
            : header.getUpheldCount() == 0
                ? CaseOutcome.OVERTURNED
                : CaseOutcome.PARTIALLY_OVERTURNED);
    header.setWarnings(List.of());
    return header;
  }

  private static int count(Outcome outcome, Item... items) {
    return (int) List.of(items).stream().filter(item -> item.outcome() == outcome).count();
  }

  private static Decision decision(
      String caseKey, LocalDate decided, int number, int count, Item item) {
    Request request = new Request();
    request.setText("Synthetic belt");
    request.setDisputed("Synthetic belt");
    request.setCategory(item.category());
    request.setDetails(noDetails());
    return new Decision(
        caseKey,
        decided,
        number,
        count,
        request,
        item.outcome(),
        new GuidelineBasis(BasisKind.NONE_CITED, "None.", List.of()),
        new GuidelineBasis(
            BasisKind.MTUS,
            "Decision based on MTUS.",
            item.documents().stream().map(SampleDeterminations::citation).toList()),
        RATIONALE,
        List.of());
  }

  private static RequestDetails noDetails() {
    return new RequestDetails(
        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
        List.of(), false);
  }

  private static Citation citation(String document) {
    Citation citation = new Citation();
    citation.setText(document + " 2016");
    citation.setSpan(new Span(0, 1));
    citation.setSections(List.of());
    citation.setPages(List.of());
    citation.setRegulationSections(List.of());
    citation.setAuthority(Authority.MTUS);
    citation.setDocument(document);
    citation.setTopicIds(List.of());
    citation.setResolution(Resolution.EXACT);
    return citation;
  }
}
