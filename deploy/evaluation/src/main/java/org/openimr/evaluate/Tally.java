package org.openimr.evaluate;

import java.util.OptionalDouble;

/**
 * Counts of the verdicts on one field, or on several together.
 *
 * @param compared verdicts
 * @param labelled those where the label has a value
 * @param found those where the determination has a value
 * @param right those where both have a value and it is the same
 * @param agreed those where both say the same, having no value included
 */
public record Tally(int compared, int labelled, int found, int right, int agreed) {
  static final Tally NONE = new Tally(0, 0, 0, 0, 0);

  Tally plus(Verdict verdict) {
    boolean right = verdict.right() && verdict.labelled() && verdict.found();
    return new Tally(
        compared + 1,
        labelled + (verdict.labelled() ? 1 : 0),
        found + (verdict.found() ? 1 : 0),
        this.right + (right ? 1 : 0),
        agreed + (verdict.right() ? 1 : 0));
  }

  Tally plus(Tally other) {
    return new Tally(
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
