package org.openimr.tools.evaluation.comparison;

/**
 * One field of one letter, compared.
 *
 * @param field name of the field, e.g. {@code decisions.outcome}
 * @param item number of the item it belongs to, from 1; 0 for fields of the whole letter
 * @param right whether the determination says what the label says, which may be nothing
 * @param expected the label's value for people; empty where the letter has none. Text of the letter
 * @param got the determination's value for people; empty where it has none. Text of the letter
 */
public record FieldResult(String field, int item, boolean right, String expected, String got) {

  /** Whether the label has a value. */
  public boolean hasLabel() {
    return !expected.isEmpty();
  }

  /** Whether the determination has a value. */
  public boolean hasValue() {
    return !got.isEmpty();
  }
}
