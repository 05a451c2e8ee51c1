package org.openimr.parser.letter.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Removes page footers: {@code Page 2 of 5}, {@code - 2 -}, a bare page number, {@code Final
 * Determination Letter for IMR Case Number ...}.
 */
final class PageFooterFilter {
  private static final String RUNNING_TITLE = "Final Determination Letter for IMR Case Number";
  private static final int MAX_LENGTH = 24;

  private PageFooterFilter() {}

  /** Replaces each footer by spaces, so that the text keeps its length. */
  static String blankOut(String text) {
    char @Nullable [] blanked = null;
    int page = 0;
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int lineEnd = newline < 0 ? text.length() : newline;
      int first = Whitespace.skipForward(text, start, lineEnd);
      if (first < lineEnd && mayStartFooter(text.charAt(first))) {
        int last = Whitespace.skipBackward(text, lineEnd, first);
        int number = footerPageNumber(text, first, last, page);
        if (number >= 0) {
          blanked = blanked == null ? text.toCharArray() : blanked;
          Arrays.fill(blanked, first, last, ' ');
          page = number;
        }
      }
      start = lineEnd + 1;
    }
    return blanked == null ? text : new String(blanked);
  }

  private static boolean mayStartFooter(char c) {
    return c >= '0' && c <= '9' || c == 'P' || c == 'p' || c == 'F' || c == '-' || c == '\u2013';
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
    PageNumber number = PageNumber.parse(text, start, end);
    if (number == null) {
      return -1;
    }
    boolean certain = number.hasTotal() || isAtPageBreak(text, start, end);
    boolean consecutive = number.value() == page + 1 || page == 0 && number.value() == 2;
    boolean separate = number.isLabelled() || isBetweenBlankLines(text, start, end);
    return certain || consecutive && separate ? number.value() : -1;
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

  /**
   * A printed page number.
   *
   * @param value the number of the page
   * @param isLabelled whether the line marks the number as a page number
   * @param hasTotal whether the line states the number of pages
   */
  private record PageNumber(int value, boolean isLabelled, boolean hasTotal) {
    private static final int MAX_PAGES = 999;

    static @Nullable PageNumber parse(String text, int start, int end) {
      StringBuilder label = new StringBuilder();
      int value = 0;
      for (int i = start; i < end; i++) {
        char c = text.charAt(i);
        if (c < '0' || c > '9') {
          append(label, c);
        } else if (label.indexOf("of") < 0) {
          value = Math.min(value * 10 + c - '0', MAX_PAGES + 1);
        }
      }
      return value == 0 || value > MAX_PAGES ? null : classify(value, label.toString());
    }

    private static void append(StringBuilder label, char c) {
      if (c > ' ' && c != '|') {
        label.append(c == '\u2013' ? '-' : Character.toLowerCase(c));
      }
    }

    private static @Nullable PageNumber classify(int value, String label) {
      return switch (label) {
        case "pageof" -> new PageNumber(value, true, true);
        case "page", "--" -> new PageNumber(value, true, false);
        case "", "of" -> new PageNumber(value, false, false);
        default -> null;
      };
    }
  }
}
