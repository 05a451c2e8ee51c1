package org.openimr.ingest.extract.model;

/**
 * Why a letter has no text.
 *
 * @param code the reason
 * @param field what of the letter it is about, e.g. {@code pages}
 * @param message a sentence for people; never text of the letter
 */
public record ExtractionFailure(Code code, String field, String message)
    implements ExtractionResult {

  /** Reasons of this stage; dead letters carry them by name (CONTRACT.md). */
  public enum Code {
    /** No PDF and no text: pictures, archives, word processor files, random bytes. */
    UNSUPPORTED_TYPE,
    /** A byte order mark promises an encoding that the bytes then break. */
    UNDECODABLE,
    /** There is nothing in it, or nothing but white space. */
    NOT_A_LETTER,
    /** Cut off, damaged, locked by a password, or it ended the process that read it. */
    PDF_UNREADABLE,
    /** Pictures only. */
    PDF_WITHOUT_TEXT,
    /** Over a limit on bytes, pages, characters or memory. */
    TOO_LARGE,
    /** Over the limit on time. */
    TOO_SLOW
  }
}
