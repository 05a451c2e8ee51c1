package org.openimr.sink.monitor.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.openimr.event.Citation;
import org.openimr.event.Decision;
import org.openimr.event.Determination;
import org.openimr.event.GuidelineBasis;
import org.openimr.event.GuidelineCount;
import org.openimr.event.Outcome;
import org.openimr.event.OutcomeStatistics;
import org.openimr.event.SpecialtyCount;
import org.openimr.event.WarningCode;
import org.openimr.event.WarningCount;
import org.openimr.schemas.event.WarningCodes;

/** Counts that a determination adds, by key of {@code imr.outcome-statistics.v1}. */
final class StatisticsContribution {
  static final String UNDATED = "undated";

  private StatisticsContribution() {}

  /**
   * Counts the decisions of a determination; an unknown outcome is neither upheld nor overturned.
   */
  static Map<String, OutcomeStatistics> of(Determination determination) {
    List<String> specialties =
        determination.getHeader().getReviewer().getSpecialties().stream().distinct().toList();
    Optional<YearMonth> month =
        Optional.ofNullable(determination.getHeader().getDecisionDate()).map(YearMonth::from);
    Map<String, OutcomeStatistics> counts = new TreeMap<>();
    for (Decision decision : determination.getDecisions()) {
      OutcomeStatistics cell =
          cell(decision, month, specialties, WarningCodes.of(determination, decision));
      counts.merge(key(cell), cell, OutcomeStatisticsArithmetic::add);
    }
    return counts;
  }

  /** Returns the changes if the counts of a case are replaced, without unchanged cells. */
  static Map<String, OutcomeStatistics> difference(
      Map<String, OutcomeStatistics> before, Map<String, OutcomeStatistics> after) {
    Map<String, OutcomeStatistics> change = new TreeMap<>(after);
    before.forEach(
        (key, counts) ->
            change.merge(
                key, OutcomeStatisticsArithmetic.negate(counts), OutcomeStatisticsArithmetic::add));
    change.values().removeIf(OutcomeStatisticsArithmetic::isZero);
    return change;
  }

  /** {@code <category>|<month>}. */
  static String key(OutcomeStatistics counts) {
    String month =
        counts.getWindowStart() == null
            ? UNDATED
            : YearMonth.from(counts.getWindowStart().atZone(ZoneOffset.UTC)).toString();
    return counts.getCategory() + "|" + month;
  }

  private static OutcomeStatistics cell(
      Decision decision,
      Optional<YearMonth> month,
      List<String> specialties,
      Set<WarningCode> warnings) {
    long upheld = decision.getOutcome() == Outcome.UPHELD ? 1 : 0;
    long overturned = decision.getOutcome() == Outcome.OVERTURNED ? 1 : 0;
    return new OutcomeStatistics(
        Optional.ofNullable(decision.getRequest().getCategory()).orElse(""),
        month.map(first -> start(first.atDay(1))).orElse(null),
        month.map(first -> start(first.plusMonths(1).atDay(1))).orElse(null),
        1L,
        upheld,
        overturned,
        OutcomeStatisticsArithmetic.specialties(
            specialties.stream()
                .map(name -> new SpecialtyCount(name, 1L, upheld, overturned))
                .toList(),
            List.of()),
        guidelines(decision, upheld, overturned),
        OutcomeStatisticsArithmetic.warnings(
            warnings.stream()
                .map(code -> new WarningCount(code.name(), 1L, upheld, overturned))
                .toList(),
            List.of()));
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static List<GuidelineCount> guidelines(Decision decision, long upheld, long overturned) {
    List<GuidelineCount> reviewer = new ArrayList<>();
    for (Citation citation : onePerDocument(decision.getReviewerBasis())) {
      reviewer.add(
          new GuidelineCount(
              citation.getAuthority(), document(citation), 1L, upheld, overturned, 0L));
    }
    List<GuidelineCount> administrator = new ArrayList<>();
    for (Citation citation : onePerDocument(decision.getClaimsAdministratorBasis())) {
      administrator.add(
          new GuidelineCount(citation.getAuthority(), document(citation), 0L, 0L, 0L, 1L));
    }
    return OutcomeStatisticsArithmetic.guidelines(reviewer, administrator);
  }

  private static List<Citation> onePerDocument(GuidelineBasis basis) {
    Map<String, Citation> byDocument = new TreeMap<>();
    for (Citation citation : basis.getCitations()) {
      byDocument.putIfAbsent(citation.getAuthority() + "|" + document(citation), citation);
    }
    return List.copyOf(byDocument.values());
  }

  private static String document(Citation citation) {
    return Optional.ofNullable(citation.getDocument()).orElse("");
  }
}
