package org.openimr.parser.letter.page;

import java.util.ArrayList;
import java.util.List;

/** The pages of a text, separated by form feeds. */
final class PageRanges {
  private PageRanges() {}

  /**
   * A page.
   *
   * @param start offset of its first character
   * @param end offset just past its last character, which is the form feed or the end of the text
   */
  record Page(int start, int end) {}

  /** Returns the pages that are not blank; a text without form feeds is one page. */
  static List<Page> of(String text) {
    List<Page> pages = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int formFeed = text.indexOf('\f', start);
      int end = formFeed < 0 ? text.length() : formFeed;
      if (!text.substring(start, end).isBlank()) {
        pages.add(new Page(start, end));
      }
      start = end + 1;
    }
    return pages;
  }
}
