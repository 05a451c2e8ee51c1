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
    RATIONALE_CONTRADICTS_DECISION,
    /** The letter does not print a field that its layout has. */
    FIELD_MISSING,
    /** A field was read from a damaged form, such as a letter O for a zero. */
    FIELD_CORRECTED,
    /** A field is printed in a form that cannot be read. */
    FIELD_INVALID,
    /** Text that could be part of a field was left out, such as text after a rationale. */
    TEXT_EXCLUDED,
    /**
     * A line within a text may not belong to it, such as a stamp in the middle of a sentence, or a
     * passage of it may be a page that is there twice.
     */
    TEXT_DOUBTFUL,
    /** A text ends in the middle of a sentence or continues one that is not there. */
    TEXT_INCOMPLETE,
    /** A rationale does not conclude whether the request is medically necessary. */
    CONCLUSION_MISSING,
    /** The printed page numbers have gaps. */
    PAGES_MISSING,
    /** Pages that are there twice were left out once. */
    PAGES_REPEATED
  }
}
