package org.openimr.tools.evaluation.score;

import java.util.OptionalDouble;
import org.openimr.tools.evaluation.comparison.FieldResult;

/**
 * Counts of the results of one or more fields.
 *
 * @param compared number of results
 * @param labelled results with a label value
 * @param found results with a determination value
 * @param correct results whose values are both present and equal
 * @param agreed results whose values are equal or both absent
 */
public record FieldTally(int compared, int labelled, int found, int correct, int agreed) {
  public static final FieldTally NONE = new FieldTally(0, 0, 0, 0, 0);

  FieldTally plus(FieldResult result) {
    boolean isCorrect = result.correct() && result.hasLabel() && result.hasValue();
    return new FieldTally(
        compared + 1,
        labelled + (result.hasLabel() ? 1 : 0),
        found + (result.hasValue() ? 1 : 0),
        correct + (isCorrect ? 1 : 0),
        agreed + (result.correct() ? 1 : 0));
  }

  FieldTally plus(FieldTally other) {
    return new FieldTally(
        compared + other.compared,
        labelled + other.labelled,
        found + other.found,
        correct + other.correct,
        agreed + other.agreed);
  }

  /** Share of the found values that are correct; empty if none was found. */
  public OptionalDouble precision() {
    return share(correct, found);
  }

  /** Share of the labelled values that are correct; empty if none is labelled. */
  public OptionalDouble recall() {
    return share(correct, labelled);
  }

  /** Share of agreed results from 0 to 1; 0 if nothing was compared. */
  public double share() {
    return share(agreed, compared).orElse(0);
  }

  private static OptionalDouble share(int part, int whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
