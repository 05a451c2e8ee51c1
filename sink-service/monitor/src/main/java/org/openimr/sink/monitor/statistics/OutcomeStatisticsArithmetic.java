package org.openimr.sink.monitor.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.openimr.event.GuidelineCount;
import org.openimr.event.OutcomeStatistics;
import org.openimr.event.SpecialtyCount;

/** Adds counts of one category and month; what is taken back is a negative count. */
final class OutcomeStatisticsArithmetic {
  private OutcomeStatisticsArithmetic() {}

  static OutcomeStatistics add(OutcomeStatistics a, OutcomeStatistics b) {
    return new OutcomeStatistics(
        a.getCategory(),
        a.getWindowStart(),
        a.getWindowEnd(),
        a.getDecisions() + b.getDecisions(),
        a.getUpheld() + b.getUpheld(),
        a.getOverturned() + b.getOverturned(),
        specialties(a.getSpecialties(), b.getSpecialties()),
        guidelines(a.getGuidelines(), b.getGuidelines()));
  }

  static OutcomeStatistics negated(OutcomeStatistics counts) {
    return new OutcomeStatistics(
        counts.getCategory(),
        counts.getWindowStart(),
        counts.getWindowEnd(),
        -counts.getDecisions(),
        -counts.getUpheld(),
        -counts.getOverturned(),
        counts.getSpecialties().stream().map(OutcomeStatisticsArithmetic::negated).toList(),
        counts.getGuidelines().stream().map(OutcomeStatisticsArithmetic::negated).toList());
  }

  static boolean isZero(OutcomeStatistics counts) {
    return counts.getDecisions() == 0
        && counts.getUpheld() == 0
        && counts.getOverturned() == 0
        && counts.getSpecialties().isEmpty()
        && counts.getGuidelines().isEmpty();
  }

  static List<SpecialtyCount> specialties(List<SpecialtyCount> a, List<SpecialtyCount> b) {
    List<SpecialtyCount> sums =
        merged(a, b, SpecialtyCount::getSpecialty, OutcomeStatisticsArithmetic::add);
    sums.removeIf(OutcomeStatisticsArithmetic::isZero);
    return sums;
  }

  static List<GuidelineCount> guidelines(List<GuidelineCount> a, List<GuidelineCount> b) {
    List<GuidelineCount> sums =
        merged(
            a,
            b,
            row -> row.getAuthority() + "|" + row.getDocument(),
            OutcomeStatisticsArithmetic::add);
    sums.removeIf(OutcomeStatisticsArithmetic::isZero);
    return sums;
  }

  private static <T> List<T> merged(
      List<T> a, List<T> b, Function<T, String> name, BinaryOperator<T> add) {
    Map<String, T> sums = new TreeMap<>();
    a.forEach(row -> sums.merge(name.apply(row), row, add));
    b.forEach(row -> sums.merge(name.apply(row), row, add));
    return new ArrayList<>(sums.values());
  }

  private static SpecialtyCount add(SpecialtyCount a, SpecialtyCount b) {
    return new SpecialtyCount(
        a.getSpecialty(),
        a.getDecisions() + b.getDecisions(),
        a.getUpheld() + b.getUpheld(),
        a.getOverturned() + b.getOverturned());
  }

  private static GuidelineCount add(GuidelineCount a, GuidelineCount b) {
    return new GuidelineCount(
        a.getAuthority(),
        a.getDocument(),
        a.getDecisions() + b.getDecisions(),
        a.getUpheld() + b.getUpheld(),
        a.getOverturned() + b.getOverturned(),
        a.getByClaimsAdministrator() + b.getByClaimsAdministrator());
  }

  private static SpecialtyCount negated(SpecialtyCount row) {
    return new SpecialtyCount(
        row.getSpecialty(), -row.getDecisions(), -row.getUpheld(), -row.getOverturned());
  }

  private static GuidelineCount negated(GuidelineCount row) {
    return new GuidelineCount(
        row.getAuthority(),
        row.getDocument(),
        -row.getDecisions(),
        -row.getUpheld(),
        -row.getOverturned(),
        -row.getByClaimsAdministrator());
  }

  private static boolean isZero(SpecialtyCount row) {
    return row.getDecisions() == 0 && row.getUpheld() == 0 && row.getOverturned() == 0;
  }

  /** A change from one outcome to the other has no decision more, and is something. */
  private static boolean isZero(GuidelineCount row) {
    return row.getDecisions() == 0
        && row.getUpheld() == 0
        && row.getOverturned() == 0
        && row.getByClaimsAdministrator() == 0;
  }
}
