package org.openimr.tools.chaos.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All faults counted, the first of each kind named. */
final class ViolationLog {
  private static final int NAMED = 50;

  private final Map<Violation.Kind, Long> counts = new EnumMap<>(Violation.Kind.class);
  private final List<Violation> samples = new ArrayList<>();

  ViolationLog() {
    for (Violation.Kind kind : Violation.Kind.values()) {
      counts.put(kind, 0L);
    }
  }

  void add(Violation.Kind kind, String caseKey, String what) {
    if (counts.merge(kind, 1L, Long::sum) <= NAMED) {
      samples.add(new Violation(kind, caseKey, what));
    }
  }

  Map<Violation.Kind, Long> counts() {
    return new EnumMap<>(counts);
  }

  List<Violation> samples() {
    return List.copyOf(samples);
  }
}
