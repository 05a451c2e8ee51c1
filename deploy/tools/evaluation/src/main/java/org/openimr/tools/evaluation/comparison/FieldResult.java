package org.openimr.tools.evaluation.comparison;

/**
 * The comparison of one field of a letter.
 *
 * @param field name of the field, for example {@code decisions.outcome}
 * @param item item number from 1; 0 for fields of the whole letter
 * @param correct whether the determination matches the label, including absent values
 * @param expected value of the label as text of the letter; empty if absent
 * @param actual value of the determination as text of the letter; empty if absent
 */
public record FieldResult(String field, int item, boolean correct, String expected, String actual) {

  /** Whether the label has a value. */
  public boolean hasLabel() {
    return !expected.isEmpty();
  }

  /** Whether the determination has a value. */
  public boolean hasValue() {
    return !actual.isEmpty();
  }
}
