package org.openimr.chaos.verify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All faults counted, the first of each kind named. */
final class Faults {
  private static final int NAMED = 50;

  private final Map<Fault.Kind, Long> counts = new EnumMap<>(Fault.Kind.class);
  private final List<Fault> named = new ArrayList<>();

  Faults() {
    for (Fault.Kind kind : Fault.Kind.values()) {
      counts.put(kind, 0L);
    }
  }

  void add(Fault.Kind kind, String caseKey, String what) {
    if (counts.merge(kind, 1L, Long::sum) <= NAMED) {
      named.add(new Fault(kind, caseKey, what));
    }
  }

  Map<Fault.Kind, Long> counts() {
    return new EnumMap<>(counts);
  }

  List<Fault> named() {
    return List.copyOf(named);
  }
}
