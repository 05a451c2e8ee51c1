package org.openimr.parser.letter.model;

/**
 * Something about a letter that a consumer should know and that does not make it unreadable.
 *
 * @param code what is the matter
 * @param field the field of the event it concerns, e.g. {@code urDenialDate}
 * @param message a sentence for people; never text of the letter
 */
public record ParseWarning(Code code, String field, String message) {

  /** What can be the matter; the same symbols as the event schema's {@code WarningCode}. */
  public enum Code {
    DATE_INVALID,
    DATE_ORDER,
    HEADER_MISSING,
    AGE_AMBIGUOUS,
    CITATION_UNRESOLVED,
    RATIONALE_CONTRADICTS_DECISION
  }
}
