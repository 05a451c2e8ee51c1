package org.openimr.tools.chaos.verify;

/**
 * A difference between the topics and the expectations.
 *
 * @param caseKey case or raw key; empty if not known
 * @param what description; never contains text of a letter
 */
public record Violation(Kind kind, String caseKey, String what) {

  /** Kinds of violations. */
  public enum Kind {
    /** A letter or an event is missing. */
    LOST,
    /** A letter or an event is present more than once. */
    DOUBLED,
    /** Only some events of a letter are present. */
    HALF,
    /** Letters or revisions of a case are in a different order than sent. */
    DISORDERED,
    /** A letter or an event differs from the expectation. */
    WRONG
  }
}
