package org.openimr.parser.letter.page;

import org.openimr.parser.letter.text.LineSurvey;
import org.openimr.parser.letter.text.Whitespace;

/**
 * Removes page footers: {@code Page 2 of 5}, {@code Pg. 2/5}, {@code - 2 -}, a bare page number,
 * {@code Final Determination Letter for IMR Case Number ...}.
 */
final class PageFooterFilter {
  private static final String RUNNING_TITLE = "Final Determination Letter for IMR Case Number";
  private static final int MAX_LENGTH = 24;

  private PageFooterFilter() {}

  /** Replaces each footer by spaces, so that the text keeps its length. */
  static String blankOut(String text, LineSurvey survey) {
    BlankableText target = new BlankableText(text);
    int page = 0;
    for (int first : survey.footerStarts()) {
      int newline = text.indexOf('\n', first);
      int last = Whitespace.skipBackward(text, newline < 0 ? text.length() : newline, first);
      int number = last == first ? -1 : footerPageNumber(text, first, last, page);
      if (number >= 0) {
        target.blank(first, last);
        page = number;
      }
    }
    return target.text();
  }

  /**
   * Returns the page number of a footer line, or -1 if the line is not a footer.
   *
   * @param page the page number of the previous footer, or 0
   */
  private static int footerPageNumber(String text, int start, int end, int page) {
    if (text.startsWith(RUNNING_TITLE, start)) {
      return page + 1;
    }
    if (end - start > MAX_LENGTH) {
      return -1;
    }
    PageNotation number = PageNotation.parse(text, start, end);
    if (number == null) {
      return -1;
    }
    boolean certain =
        number.hasTotal() && (number.isLabelled() || isAtTextEdge(text, start, end))
            || isAtPageBreak(text, start, end);
    boolean consecutive = number.number() == page + 1 || page == 0 && number.number() == 2;
    boolean separate = number.isLabelled() || isBetweenBlankLines(text, start, end);
    return certain || consecutive && separate ? number.number() : -1;
  }

  private static boolean isAtTextEdge(String text, int start, int end) {
    return Whitespace.skipBackward(text, start, 0) == 0
        || Whitespace.skipForward(text, end, text.length()) == text.length();
  }

  private static boolean isAtPageBreak(String text, int start, int end) {
    int before = Whitespace.skipBackward(text, start, 0);
    int next = Whitespace.skipForward(text, end, text.length());
    return text.substring(before, start).indexOf('\f') >= 0
        || text.substring(end, next).indexOf('\f') >= 0;
  }

  private static boolean isBetweenBlankLines(String text, int start, int end) {
    int before = Whitespace.skipBackward(text, start, 0);
    int next = Whitespace.skipForward(text, end, text.length());
    return Whitespace.countLineEnds(text, before, start) > 1
        && Whitespace.countLineEnds(text, end, next) > 1;
  }
}
