package org.openimr.sink.monitor.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openimr.event.WarningCode;
import org.openimr.sink.monitor.statistics.WarningCounter;

/**
 * JSON of the number of cases by code of their warnings.
 *
 * @param cases number of cases
 * @param warned number of cases with at least one warning
 * @param codes codes that occur, the most frequent first
 * @param documentation URL of the page that says what to do; empty if it is not published
 */
record WarningsJson(
    long cases, long warned, List<Row> codes, String documentation, boolean fromStandby) {
  /** Meanings by code, from the documentation of the event schema: {@code CODE: meaning.} */
  private static final Map<String, String> MEANINGS =
      Arrays.stream(WarningCode.getClassSchema().getDoc().split("\n", -1))
          .map(line -> line.strip().split(": ", 2))
          .filter(parts -> parts.length == 2)
          .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));

  /** Cases with a warning of a code. */
  record Row(String code, long cases, String meaning) {}

  /**
   * Sorts counts by code.
   *
   * @param counts number of cases by code; {@link WarningCounter#ANY} for cases with a warning
   */
  static WarningsJson of(
      Map<String, Long> counts, long cases, String documentation, boolean fromStandby) {
    return new WarningsJson(
        cases,
        counts.getOrDefault(WarningCounter.ANY, 0L),
        counts.entrySet().stream()
            .filter(count -> !count.getKey().equals(WarningCounter.ANY))
            .map(WarningsJson::row)
            .sorted(Comparator.comparingLong(Row::cases).reversed().thenComparing(Row::code))
            .toList(),
        documentation,
        fromStandby);
  }

  private static Row row(Map.Entry<String, Long> count) {
    String code = count.getKey();
    return new Row(code, count.getValue(), MEANINGS.getOrDefault(code, ""));
  }
}
