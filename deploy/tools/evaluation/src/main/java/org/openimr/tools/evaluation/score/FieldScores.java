package org.openimr.tools.evaluation.score;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openimr.tools.evaluation.comparison.FieldResult;

/** One tally per field, in the order of the letter. */
public final class FieldScores {
  private final SortedMap<String, FieldTally> tallies = new TreeMap<>(FieldOrder.LETTER_ORDER);

  void add(FieldResult result) {
    tallies.merge(result.field(), FieldTally.NONE.plus(result), FieldTally::plus);
  }

  void add(String field, FieldTally tally) {
    tallies.merge(field, tally, FieldTally::plus);
  }

  /** An unmodifiable view by field name. */
  public SortedMap<String, FieldTally> byField() {
    return Collections.unmodifiableSortedMap(tallies);
  }

  /** All fields together. */
  public FieldTally total() {
    return tallies.values().stream().reduce(FieldTally.NONE, FieldTally::plus);
  }
}
