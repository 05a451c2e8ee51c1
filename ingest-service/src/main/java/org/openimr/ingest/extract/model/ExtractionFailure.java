package org.openimr.ingest.extract.model;

/**
 * The reason why a letter has no text.
 *
 * @param field the property of the letter that caused it, e.g. {@code pages}
 * @param message human-readable description; never contains text of the letter
 */
public record ExtractionFailure(Code code, String field, String message)
    implements ExtractionResult {

  /** Failure codes of text extraction. Dead letters carry the same codes (CONTRACT.md). */
  public enum Code {
    /** Neither PDF nor plain text: images, archives, word processor files, random bytes. */
    UNSUPPORTED_TYPE,
    /** The bytes are invalid in the encoding that their byte order mark declares. */
    UNDECODABLE,
    /** The letter is empty or contains only whitespace. */
    NOT_A_LETTER,
    /** The PDF is truncated, damaged or password-protected, or it crashed the worker process. */
    PDF_UNREADABLE,
    /** A page of the PDF shows an image or drawing whose text can't be read. */
    PDF_WITHOUT_TEXT,
    /** The text of a page is not readable: single letters, words without gaps, wrong characters. */
    GARBLED_TEXT,
    /** The letter exceeds a limit on bytes, pages, characters or memory. */
    TOO_LARGE,
    /** The letter exceeds the limit on CPU time. */
    TOO_SLOW
  }
}
