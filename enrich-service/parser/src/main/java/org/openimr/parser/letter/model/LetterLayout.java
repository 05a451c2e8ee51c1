package org.openimr.parser.letter.model;

/** The layouts of final determination letters, by the years that used them. */
public enum LetterLayout {
  /** 2014 on. */
  STANDARD,
  /** 2013. */
  NOTICE,
  /** 2013 to 2014. */
  DOCUMENTS_REVIEWED,
  /** Earliest letters. */
  PROFESSIONAL_REVIEW
}
