package org.openimr.enrich.mapping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.openimr.event.CaseOutcome;
import org.openimr.event.Decision;
import org.openimr.event.Determination;
import org.openimr.event.GuidelineBasis;
import org.openimr.event.Header;
import org.openimr.event.LetterReceived;
import org.openimr.event.Resolution;
import org.openimr.event.Reviewer;
import org.openimr.event.Summary;
import org.openimr.event.WarningCode;
import org.openimr.parser.ParserVersion;
import org.openimr.parser.citation.CitationParser;
import org.openimr.parser.letter.model.DisputedItem;
import org.openimr.parser.letter.model.Letter;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.request.category.TreatmentCategoryClassifier;

/** Maps a parsed letter to its determination event. */
public final class DeterminationMapper {
  private final GuidelineBasisMapper bases;
  private final RequestMapper requests;

  public DeterminationMapper(CitationParser citations, TreatmentCategoryClassifier categories) {
    this.bases = new GuidelineBasisMapper(citations);
    this.requests = new RequestMapper(categories);
  }

  /**
   * Returns the determination of a letter as revision 1.
   *
   * @param received the letter as received
   * @param letter the parsed letter
   */
  public Determination map(LetterReceived received, Letter letter) {
    Determination event = new Determination();
    event.setCaseKey(received.getCaseKey());
    event.setLetterId(received.getLetterId());
    event.setRevision(1);
    event.setSource(received.getSource());
    event.setReceivedAt(received.getReceivedAt());
    event.setParserVersion(ParserVersion.CURRENT);
    event.setHeader(header(letter, received.getWarnings()));
    event.setClinicalSummary(summary(letter));
    event.setDecisions(ListMapper.map(letter.items(), item -> decision(letter, item)));
    return event;
  }

  private static Header header(Letter letter, List<org.openimr.event.Warning> extraction) {
    org.openimr.parser.letter.model.LetterHeader printed = letter.header();
    Header header = new Header();
    header.setLayout(EnumMapper.toEvent(letter.layout()));
    header.setCaseNumber(printed.caseNumber().orElse(null));
    header.setDateAssigned(printed.dateAssigned().orElse(null));
    header.setDateOfInjury(printed.dateOfInjury().orElse(null));
    header.setDecisionDate(printed.decisionDate().orElse(null));
    header.setUrDenialDate(printed.urDenialDate().orElse(null));
    header.setApplicationReceived(printed.applicationReceived().orElse(null));
    header.setPriority(printed.priority().map(EnumMapper::toEvent).orElse(null));
    header.setReviewer(reviewer(letter.reviewer()));
    setCounts(header, letter.items());
    List<org.openimr.event.Warning> all = new ArrayList<>(extraction);
    all.addAll(warnings(printed.warnings()));
    header.setWarnings(all);
    return header;
  }

  private static Reviewer reviewer(org.openimr.parser.letter.model.ReviewerCredentials printed) {
    return new Reviewer(printed.specialties(), printed.subspecialties(), printed.licensedStates());
  }

  private static void setCounts(Header header, List<DisputedItem> items) {
    int upheld = 0;
    for (DisputedItem item : items) {
      if (item.outcome() == org.openimr.parser.letter.model.DecisionOutcome.UPHELD) {
        upheld++;
      }
    }
    header.setItemCount(items.size());
    header.setUpheldCount(upheld);
    header.setOverturnedCount(items.size() - upheld);
    header.setOutcome(outcome(upheld, items.size()));
  }

  private static CaseOutcome outcome(int upheld, int items) {
    if (upheld == items) {
      return CaseOutcome.UPHELD;
    }
    return upheld == 0 ? CaseOutcome.OVERTURNED : CaseOutcome.PARTIALLY_OVERTURNED;
  }

  private static Summary summary(Letter letter) {
    org.openimr.parser.letter.model.CaseSummary printed = letter.clinicalSummary();
    Summary summary = new Summary();
    summary.setText(printed.text());
    summary.setPatientAge(printed.patientAge().orElse(null));
    summary.setPatientSex(printed.patientSex().map(EnumMapper::toEvent).orElse(null));
    summary.setWarnings(warnings(printed.warnings()));
    return summary;
  }

  private Decision decision(Letter letter, DisputedItem item) {
    org.openimr.parser.letter.model.LetterHeader header = letter.header();
    Optional<LocalDate> asOf = asOf(header);
    Decision decision = new Decision();
    decision.setCaseNumber(header.caseNumber().orElse(null));
    decision.setDecisionDate(header.decisionDate().orElse(null));
    decision.setItemNumber(item.number());
    decision.setItemCount(letter.items().size());
    decision.setRequest(requests.map(item.request()));
    decision.setOutcome(EnumMapper.toEvent(item.outcome()));
    decision.setClaimsAdministratorBasis(bases.map(item.claimsAdministratorStatement(), asOf));
    decision.setReviewerBasis(bases.map(item.reviewerStatement(), asOf));
    decision.setRationale(item.rationale());
    List<org.openimr.event.Warning> warnings = new ArrayList<>(warnings(item.warnings()));
    warnOfUnresolved("claimsAdministratorBasis", decision.getClaimsAdministratorBasis(), warnings);
    warnOfUnresolved("reviewerBasis", decision.getReviewerBasis(), warnings);
    decision.setWarnings(warnings);
    return decision;
  }

  /**
   * Returns the date for which the standing of guidelines is determined: the UR denial date, else
   * the decision date, else the latest date of the header.
   */
  private static Optional<LocalDate> asOf(org.openimr.parser.letter.model.LetterHeader header) {
    return header
        .urDenialDate()
        .or(header::decisionDate)
        .or(
            () ->
                Stream.of(
                        header.dateAssigned(), header.applicationReceived(), header.dateOfInjury())
                    .flatMap(Optional::stream)
                    .max(LocalDate::compareTo));
  }

  private static void warnOfUnresolved(
      String side, GuidelineBasis basis, List<org.openimr.event.Warning> warnings) {
    for (int i = 0; i < basis.getCitations().size(); i++) {
      if (basis.getCitations().get(i).getResolution() == Resolution.UNRESOLVED) {
        warnings.add(
            new org.openimr.event.Warning(
                WarningCode.CITATION_UNRESOLVED,
                side + ".citations[" + i + "]",
                "no guideline of the catalogue matches this citation"));
      }
    }
  }

  private static List<org.openimr.event.Warning> warnings(List<ParseWarning> warnings) {
    return ListMapper.map(
        warnings,
        warning ->
            new org.openimr.event.Warning(
                EnumMapper.toEvent(warning.code()), warning.field(), warning.message()));
  }
}
