package org.openimr.tools.evaluation.score;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openimr.tools.evaluation.comparison.FieldResult;

/** A tally a field, in the order in which fields stand in a letter. */
public final class FieldScores {
  private final SortedMap<String, FieldTally> tallies = new TreeMap<>(FieldOrder.AS_IN_A_LETTER);

  void add(FieldResult verdict) {
    tallies.merge(verdict.field(), FieldTally.NONE.plus(verdict), FieldTally::plus);
  }

  void add(String field, FieldTally tally) {
    tallies.merge(field, tally, FieldTally::plus);
  }

  /** Not to be changed. */
  public SortedMap<String, FieldTally> byField() {
    return Collections.unmodifiableSortedMap(tallies);
  }

  /** All fields together. */
  public FieldTally total() {
    return tallies.values().stream().reduce(FieldTally.NONE, FieldTally::plus);
  }
}
