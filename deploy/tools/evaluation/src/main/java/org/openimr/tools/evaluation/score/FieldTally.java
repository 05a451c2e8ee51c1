package org.openimr.tools.evaluation.score;

import java.util.OptionalDouble;
import org.openimr.tools.evaluation.comparison.FieldResult;

/**
 * Counts of the verdicts on one field, or on several together.
 *
 * @param compared verdicts
 * @param labelled those where the label has a value
 * @param found those where the determination has a value
 * @param right those where both have a value and it is the same
 * @param agreed those where both say the same, having no value included
 */
public record FieldTally(int compared, int labelled, int found, int right, int agreed) {
  public static final FieldTally NONE = new FieldTally(0, 0, 0, 0, 0);

  FieldTally plus(FieldResult verdict) {
    boolean right = verdict.right() && verdict.hasLabel() && verdict.hasValue();
    return new FieldTally(
        compared + 1,
        labelled + (verdict.hasLabel() ? 1 : 0),
        found + (verdict.hasValue() ? 1 : 0),
        this.right + (right ? 1 : 0),
        agreed + (verdict.right() ? 1 : 0));
  }

  FieldTally plus(FieldTally other) {
    return new FieldTally(
        compared + other.compared,
        labelled + other.labelled,
        found + other.found,
        right + other.right,
        agreed + other.agreed);
  }

  /** Share of the values found that are right; empty where none was found. */
  public OptionalDouble precision() {
    return share(right, found);
  }

  /** Share of the labelled values that were found right; empty where none is labelled. */
  public OptionalDouble recall() {
    return share(right, labelled);
  }

  /** Share of all verdicts that are right, from 0 to 1; 0 where nothing was compared. */
  public double share() {
    return share(agreed, compared).orElse(0);
  }

  private static OptionalDouble share(int part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
