package org.openimr.ingest.extract.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A doubt about an extracted text that does not justify rejecting the letter.
 *
 * @param field the part of the letter concerned, e.g. {@code pages[2]} for the second page
 * @param message human-readable description; never contains text of the letter
 */
public record ExtractionWarning(Code code, String field, String message) {

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

  private static final Pattern PAGE = Pattern.compile("pages\\[(\\d{1,9})]");

  /** Creates a warning about a page; the first page is number 1. */
  public static ExtractionWarning onPage(Code code, int page, String message) {
    return new ExtractionWarning(code, "pages[" + page + "]", message);
  }

  /**
   * Returns this warning for one letter of a document: with the page counted within the letter, or
   * unchanged if it concerns the whole document. Empty if it concerns a page of another letter.
   *
   * @param firstPage number of the page on which the letter starts, from 1
   * @param pages number of the letter's pages
   */
  public Optional<ExtractionWarning> onPagesOf(int firstPage, int pages) {
    Matcher matcher = PAGE.matcher(field);
    if (!matcher.matches()) {
      return Optional.of(this);
    }
    int page = Integer.parseInt(matcher.group(1)) - firstPage + 1;
    return page < 1 || page > pages ? Optional.empty() : Optional.of(onPage(code, page, message));
  }
}
