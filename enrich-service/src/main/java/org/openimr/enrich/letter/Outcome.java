package org.openimr.enrich.letter;

/** The decision word of an item: the refusal stands, or it does not. */
public enum Outcome {
  UPHELD,
  OVERTURNED
}
