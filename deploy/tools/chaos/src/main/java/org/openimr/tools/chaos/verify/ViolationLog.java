package org.openimr.tools.chaos.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts all violations and keeps the first of each kind as samples. */
final class ViolationLog {
  private static final int MAX_SAMPLES = 50;

  private final Map<Violation.Kind, Long> counts = new EnumMap<>(Violation.Kind.class);
  private final List<Violation> samples = new ArrayList<>();

  ViolationLog() {
    for (Violation.Kind kind : Violation.Kind.values()) {
      counts.put(kind, 0L);
    }
  }

  void add(Violation.Kind kind, String caseKey, String what) {
    if (counts.merge(kind, 1L, Long::sum) <= MAX_SAMPLES) {
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
