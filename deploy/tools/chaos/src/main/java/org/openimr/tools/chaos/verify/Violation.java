package org.openimr.tools.chaos.verify;

/**
 * Something that is not as it has to be.
 *
 * @param what names it for people; never holds text of a letter
 */
public record Violation(Kind kind, String caseKey, String what) {

  /** What users would not forgive. */
  public enum Kind {
    /** A letter or an event that is not there. */
    LOST,
    /** A letter or an event that is there again. */
    DOUBLED,
    /** Some events of a letter without the others. */
    HALF,
    /** Revisions of a case, or its letters, in another order than they were sent in. */
    DISORDERED,
    /** There, but not what the truth says. */
    WRONG
  }
}
