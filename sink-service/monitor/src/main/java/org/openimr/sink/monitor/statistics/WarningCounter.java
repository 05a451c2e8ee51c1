package org.openimr.sink.monitor.statistics;

import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.openimr.event.Determination;
import org.openimr.schemas.event.WarningCodes;

/**
 * Counts cases by code of the warnings in their newest revision. A case counts once per code, and
 * once for {@link #ANY} if it has a warning. The codes that a case is counted for are stored, so
 * that its next revision replaces them.
 */
public final class WarningCounter {
  /** Code of the number of cases with at least one warning. */
  public static final String ANY = "*";

  private static final String SEPARATOR = ",";

  private final String partition;
  private final KeyValueStore<String, String> codesOfCases;
  private final KeyValueStore<String, Long> counts;

  WarningCounter(ProcessorContext<?, ?> context) {
    this.partition = Integer.toString(context.taskId().partition());
    this.codesOfCases = context.getStateStore(StatisticsTopology.WARNING_CODES);
    this.counts = context.getStateStore(StatisticsTopology.WARNING_COUNTS);
  }

  /** Counts the codes of a new revision instead of those of the revision before. */
  void replace(String caseKey, Determination determination) {
    replaceCodes(
        caseKey,
        WarningCodes.of(determination).stream().map(Enum::name).collect(Collectors.toSet()));
  }

  /** Removes a case from the counts. */
  void remove(String caseKey) {
    replaceCodes(caseKey, Set.of());
  }

  private void replaceCodes(String caseKey, Set<String> after) {
    Set<String> before = codes(caseKey);
    if (before.equals(after)) {
      return;
    }
    before.forEach(code -> add(code, -1));
    after.forEach(code -> add(code, 1));
    add(ANY, (after.isEmpty() ? 0 : 1) - (before.isEmpty() ? 0 : 1));
    codesOfCases.put(caseKey, after.isEmpty() ? null : String.join(SEPARATOR, after));
  }

  private Set<String> codes(String caseKey) {
    String stored = codesOfCases.get(caseKey);
    return stored == null ? Set.of() : Set.of(stored.split(SEPARATOR, -1));
  }

  private void add(String code, long change) {
    String key = partition + "|" + code;
    Long before = counts.get(key);
    long now = (before == null ? 0 : before) + change;
    counts.put(key, now == 0 ? null : now);
  }
}
