package org.openimr.evaluate;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A tally a field, in the order in which fields stand in a letter. */
public final class FieldScores {
  private final SortedMap<String, Tally> tallies = new TreeMap<>(FieldOrder.AS_IN_A_LETTER);

  void add(Verdict verdict) {
    tallies.merge(verdict.field(), Tally.NONE.plus(verdict), Tally::plus);
  }

  void add(String field, Tally tally) {
    tallies.merge(field, tally, Tally::plus);
  }

  /** Not to be changed. */
  public SortedMap<String, Tally> byField() {
    return Collections.unmodifiableSortedMap(tallies);
  }

  /** All fields together. */
  public Tally total() {
    return tallies.values().stream().reduce(Tally.NONE, Tally::plus);
  }
}
