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
import org.openimr.event.WarningCount;

/** Adds and negates counts of one category and month; a subtraction adds a negated count. */
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
        guidelines(a.getGuidelines(), b.getGuidelines()),
        warnings(a.getWarnings(), b.getWarnings()));
  }

  static OutcomeStatistics negate(OutcomeStatistics counts) {
    return new OutcomeStatistics(
        counts.getCategory(),
        counts.getWindowStart(),
        counts.getWindowEnd(),
        -counts.getDecisions(),
        -counts.getUpheld(),
        -counts.getOverturned(),
        counts.getSpecialties().stream().map(OutcomeStatisticsArithmetic::negate).toList(),
        counts.getGuidelines().stream().map(OutcomeStatisticsArithmetic::negate).toList(),
        counts.getWarnings().stream().map(OutcomeStatisticsArithmetic::negate).toList());
  }

  static boolean isZero(OutcomeStatistics counts) {
    return counts.getDecisions() == 0
        && counts.getUpheld() == 0
        && counts.getOverturned() == 0
        && counts.getSpecialties().isEmpty()
        && counts.getGuidelines().isEmpty()
        && counts.getWarnings().isEmpty();
  }

  static List<SpecialtyCount> specialties(List<SpecialtyCount> a, List<SpecialtyCount> b) {
    List<SpecialtyCount> sums =
        merge(a, b, SpecialtyCount::getSpecialty, OutcomeStatisticsArithmetic::add);
    sums.removeIf(OutcomeStatisticsArithmetic::isZero);
    return sums;
  }

  static List<WarningCount> warnings(List<WarningCount> a, List<WarningCount> b) {
    List<WarningCount> sums = merge(a, b, WarningCount::getCode, OutcomeStatisticsArithmetic::add);
    sums.removeIf(OutcomeStatisticsArithmetic::isZero);
    return sums;
  }

  static List<GuidelineCount> guidelines(List<GuidelineCount> a, List<GuidelineCount> b) {
    List<GuidelineCount> sums =
        merge(
            a,
            b,
            row -> row.getAuthority() + "|" + row.getDocument(),
            OutcomeStatisticsArithmetic::add);
    sums.removeIf(OutcomeStatisticsArithmetic::isZero);
    return sums;
  }

  private static <T> List<T> merge(
      List<T> a, List<T> b, Function<T, String> key, BinaryOperator<T> add) {
    Map<String, T> sums = new TreeMap<>();
    a.forEach(row -> sums.merge(key.apply(row), row, add));
    b.forEach(row -> sums.merge(key.apply(row), row, add));
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

  private static WarningCount add(WarningCount a, WarningCount b) {
    return new WarningCount(
        a.getCode(),
        a.getDecisions() + b.getDecisions(),
        a.getUpheld() + b.getUpheld(),
        a.getOverturned() + b.getOverturned());
  }

  private static WarningCount negate(WarningCount row) {
    return new WarningCount(
        row.getCode(), -row.getDecisions(), -row.getUpheld(), -row.getOverturned());
  }

  private static boolean isZero(WarningCount row) {
    return row.getDecisions() == 0 && row.getUpheld() == 0 && row.getOverturned() == 0;
  }

  private static SpecialtyCount negate(SpecialtyCount row) {
    return new SpecialtyCount(
        row.getSpecialty(), -row.getDecisions(), -row.getUpheld(), -row.getOverturned());
  }

  private static GuidelineCount negate(GuidelineCount row) {
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

  /** Checks all counts, because a changed outcome has a decision count of 0. */
  private static boolean isZero(GuidelineCount row) {
    return row.getDecisions() == 0
        && row.getUpheld() == 0
        && row.getOverturned() == 0
        && row.getByClaimsAdministrator() == 0;
  }
}
