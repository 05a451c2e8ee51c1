package org.openimr.enrich.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts of a replay as it goes. */
final class Tally {
  private static final int EXAMPLES = 5;

  private final long[] changedByField = new long[FieldFacts.NAMES.size()];
  private final Map<Integer, List<String>> examples = new TreeMap<>();
  private final Map<String, Long> refused = new TreeMap<>();
  private long unchanged;
  private long changed;

  void unchanged() {
    unchanged++;
  }

  void refused(String code) {
    refused.merge(code, 1L, Long::sum);
  }

  void changed(String caseKey, List<Integer> fields) {
    changed++;
    for (int field : fields) {
      changedByField[field]++;
      List<String> keys = examples.computeIfAbsent(field, any -> new ArrayList<>());
      if (keys.size() < EXAMPLES) {
        keys.add(caseKey);
      }
    }
  }

  long unchangedCases() {
    return unchanged;
  }

  long changedCases() {
    return changed;
  }

  Map<String, Long> refusedByCode() {
    return Map.copyOf(refused);
  }

  /** Most often changed first. */
  List<ReplayReport.Field> fields() {
    List<ReplayReport.Field> fields = new ArrayList<>();
    examples.forEach(
        (field, keys) ->
            fields.add(
                new ReplayReport.Field(
                    FieldFacts.NAMES.get(field), changedByField[field], List.copyOf(keys))));
    fields.sort(Comparator.comparingLong(ReplayReport.Field::cases).reversed());
    return fields;
  }
}
