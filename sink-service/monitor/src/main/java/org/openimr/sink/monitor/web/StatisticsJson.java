package org.openimr.sink.monitor.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.openimr.event.OutcomeStatistics;

/** JSON of statistics, aggregated for charts. */
record StatisticsJson(
    Row all,
    List<Row> categories,
    List<Row> months,
    List<Row> specialties,
    List<Guideline> guidelines,
    List<Row> warnings,
    boolean fromStandby) {
  private static final int MAX_ROWS = 50;
  private static final int MONTH_LENGTH = "2017-02".length();

  /** Decisions of one category, month or specialty, or with a warning of one code. */
  record Row(String name, long decisions, long upheld, long overturned) {
    Row plus(Row other) {
      return new Row(
          name, decisions + other.decisions, upheld + other.upheld, overturned + other.overturned);
    }
  }

  /** Decisions that cite a guideline. */
  record Guideline(
      String authority,
      String document,
      long decisions,
      long upheld,
      long overturned,
      long byClaimsAdministrator) {
    Guideline plus(Guideline other) {
      return new Guideline(
          authority,
          document,
          decisions + other.decisions,
          upheld + other.upheld,
          overturned + other.overturned,
          byClaimsAdministrator + other.byClaimsAdministrator);
    }
  }

  /**
   * Aggregates cells.
   *
   * @param fromStandby whether some cells are from a standby copy, which may lag
   * @param category the category to which months, specialties, guidelines and warnings are limited,
   *     if any
   */
  static StatisticsJson of(
      List<OutcomeStatistics> cells, boolean fromStandby, Optional<String> category) {
    List<OutcomeStatistics> selected =
        cells.stream()
            .filter(cell -> category.map(cell.getCategory()::equals).orElse(true))
            .toList();
    return new StatisticsJson(
        rows(cells, cell -> List.of(row("", cell))).stream()
            .findFirst()
            .orElse(new Row("", 0, 0, 0)),
        largest(rows(cells, cell -> List.of(row(cell.getCategory(), cell)))),
        rows(selected, cell -> List.of(row(month(cell), cell))).stream()
            .sorted(Comparator.comparing(Row::name))
            .toList(),
        largest(rows(selected, StatisticsJson::specialties)),
        guidelines(selected),
        largest(rows(selected, StatisticsJson::warnings)),
        fromStandby);
  }

  private static Row row(String name, OutcomeStatistics cell) {
    return new Row(name, cell.getDecisions(), cell.getUpheld(), cell.getOverturned());
  }

  /** The month as {@code 2017-02}, or empty for decisions without a date. */
  private static String month(OutcomeStatistics cell) {
    return Optional.ofNullable(cell.getWindowStart())
        .map(start -> start.toString().substring(0, MONTH_LENGTH))
        .orElse("");
  }

  private static List<Row> specialties(OutcomeStatistics cell) {
    return cell.getSpecialties().stream()
        .map(
            one ->
                new Row(
                    one.getSpecialty(), one.getDecisions(), one.getUpheld(), one.getOverturned()))
        .toList();
  }

  private static List<Row> warnings(OutcomeStatistics cell) {
    return cell.getWarnings().stream()
        .map(
            one -> new Row(one.getCode(), one.getDecisions(), one.getUpheld(), one.getOverturned()))
        .toList();
  }

  private static List<Row> rows(
      List<OutcomeStatistics> cells, Function<OutcomeStatistics, List<Row>> rowsOf) {
    Map<String, Row> sums = new LinkedHashMap<>();
    cells.forEach(
        cell -> rowsOf.apply(cell).forEach(row -> sums.merge(row.name(), row, Row::plus)));
    return new ArrayList<>(sums.values());
  }

  private static List<Row> largest(List<Row> rows) {
    return rows.stream()
        .sorted(Comparator.comparingLong(Row::decisions).reversed().thenComparing(Row::name))
        .limit(MAX_ROWS)
        .toList();
  }

  private static List<Guideline> guidelines(List<OutcomeStatistics> cells) {
    Map<String, Guideline> sums = new LinkedHashMap<>();
    cells.stream()
        .flatMap(cell -> cell.getGuidelines().stream())
        .map(
            row ->
                new Guideline(
                    row.getAuthority().name(),
                    row.getDocument(),
                    row.getDecisions(),
                    row.getUpheld(),
                    row.getOverturned(),
                    row.getByClaimsAdministrator()))
        .forEach(row -> sums.merge(row.authority() + "|" + row.document(), row, Guideline::plus));
    return sums.values().stream()
        .sorted(
            Comparator.comparingLong(Guideline::decisions)
                .reversed()
                .thenComparing(Guideline::authority)
                .thenComparing(Guideline::document))
        .limit(MAX_ROWS)
        .toList();
  }
}
