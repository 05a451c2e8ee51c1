package org.openimr.enrich.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the results of a replay. */
final class ReplayTally {
  private static final int MAX_EXAMPLES = 5;

  private final long[] changedByField = new long[FieldHashes.FIELD_NAMES.size()];
  private final Map<Integer, List<String>> examples = new TreeMap<>();
  private final Map<String, Long> rejected = new TreeMap<>();
  private long unchanged;
  private long changed;

  void unchanged() {
    unchanged++;
  }

  void rejected(String code) {
    rejected.merge(code, 1L, Long::sum);
  }

  void changed(String caseKey, List<Integer> fields) {
    changed++;
    for (int field : fields) {
      changedByField[field]++;
      List<String> keys = examples.computeIfAbsent(field, any -> new ArrayList<>());
      if (keys.size() < MAX_EXAMPLES) {
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

  Map<String, Long> rejectedByCode() {
    return Map.copyOf(rejected);
  }

  /** Returns the changed fields, the most often changed first. */
  List<ReplayReport.FieldChange> fields() {
    List<ReplayReport.FieldChange> fields = new ArrayList<>();
    examples.forEach(
        (field, keys) ->
            fields.add(
                new ReplayReport.FieldChange(
                    FieldHashes.FIELD_NAMES.get(field), changedByField[field], List.copyOf(keys))));
    fields.sort(Comparator.comparingLong(ReplayReport.FieldChange::cases).reversed());
    return fields;
  }
}
