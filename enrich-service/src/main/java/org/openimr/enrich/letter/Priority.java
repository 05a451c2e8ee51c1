package org.openimr.enrich.letter;

/** Priority of a review as printed in the header block. */
public enum Priority {
  STANDARD,
  EXPEDITED
}
