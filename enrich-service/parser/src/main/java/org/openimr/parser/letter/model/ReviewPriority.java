package org.openimr.parser.letter.model;

/** Priority of a review as printed in the header block. */
public enum ReviewPriority {
  STANDARD,
  EXPEDITED
}
