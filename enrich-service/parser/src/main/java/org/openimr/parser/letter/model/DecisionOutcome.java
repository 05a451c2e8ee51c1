package org.openimr.parser.letter.model;

/** The decision word of an item: the refusal stands, or it does not. */
public enum DecisionOutcome {
  UPHELD,
  OVERTURNED
}
