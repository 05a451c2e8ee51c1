package org.openimr.parser.letter.model;

/** The layouts of final determination letters. */
public enum LetterLayout {
  /** Used since 2014. */
  STANDARD,
  /** Used in 2013. */
  NOTICE,
  /** Used in 2013 and 2014. */
  DOCUMENTS_REVIEWED,
  /** Used by the earliest letters. */
  PROFESSIONAL_REVIEW
}
