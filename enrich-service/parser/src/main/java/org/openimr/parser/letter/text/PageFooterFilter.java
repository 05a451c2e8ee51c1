package org.openimr.parser.letter.text;

/**
 * Lines that are the page's and not the letter's: {@code Page 2 of 5}, {@code - 2 -}, a page number
 * of its own, {@code Final Determination Letter for IMR Case Number ...}.
 */
final class PageFooterFilter {
  private static final String RUNNING_TITLE = "Final Determination Letter for IMR Case Number";
  private static final int MAX_LENGTH = 24;

  private PageFooterFilter() {}

  /** The text with blanks in the place of each footer, so of the same length. */
  static String blankOut(String text) {
    char[] blanked = null;
    int page = 0;
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int lineEnd = newline < 0 ? text.length() : newline;
      int first = Whitespace.skipForward(text, start, lineEnd);
      if (first < lineEnd && candidate(text.charAt(first))) {
        int last = Whitespace.skipBackward(text, lineEnd, first);
        int number = footer(text, first, last, page);
        if (number >= 0) {
          blanked = blanked == null ? text.toCharArray() : blanked;
          java.util.Arrays.fill(blanked, first, last, ' ');
          page = number;
        }
      }
      start = lineEnd + 1;
    }
    return blanked == null ? text : new String(blanked);
  }

  private static boolean candidate(char c) {
    return c >= '0' && c <= '9' || c == 'P' || c == 'p' || c == 'F' || c == '-' || c == '\u2013';
  }

  /** The page number of a footer line, or -1 if it is none. */
  private static int footer(String text, int start, int end, int page) {
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
    boolean sure = number.hasTotal() || atPageBreak(text, start, end);
    boolean next = number.value() == page + 1 || page == 0 && number.value() == 2;
    boolean apart = number.isWorded() || standsApart(text, start, end);
    return sure || next && apart ? number.value() : -1;
  }

  private static boolean atPageBreak(String text, int start, int end) {
    int before = Whitespace.skipBackward(text, start, 0);
    int behind = Whitespace.skipForward(text, end, text.length());
    return text.substring(before, start).indexOf('\f') >= 0
        || text.substring(end, behind).indexOf('\f') >= 0;
  }

  private static boolean standsApart(String text, int start, int end) {
    int before = Whitespace.skipBackward(text, start, 0);
    int behind = Whitespace.skipForward(text, end, text.length());
    return Whitespace.countLineEnds(text, before, start) > 1
        && Whitespace.countLineEnds(text, end, behind) > 1;
  }

  /**
   * A page number.
   *
   * @param worded whether the line says that it is one
   * @param ofAll whether it says of how many
   */
  private record PageNumber(int value, boolean isWorded, boolean hasTotal) {
    private static final int MAX_PAGES = 999;

    static PageNumber parse(String text, int start, int end) {
      StringBuilder words = new StringBuilder();
      int value = 0;
      for (int i = start; i < end; i++) {
        char c = text.charAt(i);
        if (c < '0' || c > '9') {
          append(words, c);
        } else if (words.indexOf("of") < 0) {
          value = Math.min(value * 10 + c - '0', MAX_PAGES + 1);
        }
      }
      return value == 0 || value > MAX_PAGES ? null : numbered(value, words.toString());
    }

    private static void append(StringBuilder words, char c) {
      if (c > ' ' && c != '|') {
        words.append(c == '\u2013' ? '-' : Character.toLowerCase(c));
      }
    }

    private static PageNumber numbered(int value, String words) {
      return switch (words) {
        case "pageof" -> new PageNumber(value, true, true);
        case "page", "--" -> new PageNumber(value, true, false);
        case "", "of" -> new PageNumber(value, false, false);
        default -> null;
      };
    }
  }
}
