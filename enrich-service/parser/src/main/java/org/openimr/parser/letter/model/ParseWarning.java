package org.openimr.parser.letter.model;

/**
 * A problem with a letter that does not prevent it from being parsed.
 *
 * @param code the kind of problem
 * @param field the field of the event that the warning concerns, e.g. {@code urDenialDate}
 * @param message a description for people; never contains text of the letter
 */
public record ParseWarning(Code code, String field, String message) {

  /** Kinds of problems. The names are the symbols of the event schema's {@code WarningCode}. */
  public enum Code {
    /** A printed date is not a day of the calendar. */
    DATE_INVALID,
    /** A date is earlier than one that must precede it. */
    DATE_ORDER,
    /** The letter does not have a header block. */
    HEADER_MISSING,
    /** The summary states more than one age of the patient. */
    AGE_AMBIGUOUS,
    /** A cited guideline is not in the catalogue. */
    CITATION_UNRESOLVED,
    /** The rationale concludes the opposite of the decision. */
    RATIONALE_CONTRADICTS_DECISION
  }
}
