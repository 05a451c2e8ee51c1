package org.openimr.ingest.extract.model;

import java.util.Optional;

/**
 * A doubt about an extracted text that does not justify rejecting the letter.
 *
 * @param page number of the page concerned, from 1; 0 for the whole document
 * @param message human-readable description; never contains text of the letter
 */
public record ExtractionWarning(Code code, int page, String message) {

  /** Kinds of doubt. */
  public enum Code {
    /** The document contains text that a reader does not see, or possibly does not see. */
    HIDDEN_TEXT,
    /** An annotation such as a stamp or a strike-out may change the meaning of the page. */
    ANNOTATION,
    /** The text differs from the document, e.g. because NUL characters were dropped. */
    TEXT_CHANGED,
    /** Text outside the running text was left out and is too long for a stamp or a watermark. */
    PAGE_FURNITURE,
    /** A picture between the lines of a page may show text, which was not read. */
    UNREAD_IMAGE
  }

  /** Creates a warning about the whole document. */
  public static ExtractionWarning onDocument(Code code, String message) {
    return new ExtractionWarning(code, 0, message);
  }

  /** Returns the part of the letter concerned: {@code text}, or {@code pages[2]} for page 2. */
  public String field() {
    return page == 0 ? "text" : "pages[" + page + "]";
  }

  /**
   * Returns this warning for one letter of a document: with the page counted within the letter, or
   * unchanged if it concerns the whole document. Empty if it concerns a page of another letter.
   *
   * @param firstPage number of the page on which the letter starts, from 1
   * @param pages number of the letter's pages
   */
  public Optional<ExtractionWarning> onPagesOf(int firstPage, int pages) {
    if (page == 0) {
      return Optional.of(this);
    }
    int own = page - firstPage + 1;
    return own < 1 || own > pages
        ? Optional.empty()
        : Optional.of(new ExtractionWarning(code, own, message));
  }
}
