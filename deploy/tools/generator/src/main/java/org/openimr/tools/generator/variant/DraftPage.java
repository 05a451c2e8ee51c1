package org.openimr.tools.generator.variant;

/**
 * A page of a document.
 *
 * @param text text without white space at its end
 * @param end white space between this page and the next
 */
record DraftPage(String text, String end) {

  /** Splits a page from the text between pages. */
  static DraftPage of(String page) {
    String text = page.stripTrailing();
    return new DraftPage(text, page.substring(text.length()));
  }

  /** A page with more lines below, which are set apart by line ends. */
  DraftPage withTextBelow(String gap, String below) {
    return new DraftPage(text + gap + below, end);
  }

  /** A page with more lines above, which are set apart by line ends. */
  DraftPage withTextAbove(String above, String gap) {
    return new DraftPage(above + gap + text, end);
  }

  /** The page as a part of a text whose page breaks were lost. */
  DraftPage withoutFormFeed() {
    String kept = end.replace("\f", "");
    return new DraftPage(text.replace("\f", ""), kept.isEmpty() ? "\n" : kept);
  }
}
