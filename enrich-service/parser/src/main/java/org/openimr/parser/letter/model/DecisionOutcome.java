package org.openimr.parser.letter.model;

/** The decision on an item: whether the refusal of the utilization review stands. */
public enum DecisionOutcome {
  /** The refusal stands. */
  UPHELD,
  /** The refusal is reversed: the treatment is medically necessary. */
  OVERTURNED
}
