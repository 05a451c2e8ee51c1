package org.openimr.enrich.letter;

/**
 * Lines that are the page's and not the letter's: {@code Page 2 of 5}, {@code - 2 -}, a page number
 * of its own, {@code Final Determination Letter for IMR Case Number ...}.
 */
final class PageFooters {
  private static final String RUNNING_TITLE = "Final Determination Letter for IMR Case Number";
  private static final int LONGEST = 24;

  private PageFooters() {}

  /** The text with blanks in the place of each footer, so of the same length. */
  static String blanked(String text) {
    char[] blanked = null;
    int page = 0;
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int lineEnd = newline < 0 ? text.length() : newline;
      int first = Blanks.skip(text, start, lineEnd);
      if (first < lineEnd && candidate(text.charAt(first))) {
        int last = Blanks.skipBack(text, lineEnd, first);
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
    if (end - start > LONGEST) {
      return -1;
    }
    PageNumber number = PageNumber.in(text, start, end);
    if (number == null) {
      return -1;
    }
    boolean sure = number.worded() || atPageBreak(text, start, end);
    boolean next = number.value() == page + 1 || page == 0 && number.value() == 2;
    return sure || next && standsApart(text, start, end) ? number.value() : -1;
  }

  private static boolean atPageBreak(String text, int start, int end) {
    int before = Blanks.skipBack(text, start, 0);
    int behind = Blanks.skip(text, end, text.length());
    return text.substring(before, start).indexOf('\f') >= 0
        || text.substring(end, behind).indexOf('\f') >= 0;
  }

  private static boolean standsApart(String text, int start, int end) {
    int before = Blanks.skipBack(text, start, 0);
    int behind = Blanks.skip(text, end, text.length());
    return Blanks.lineEnds(text, before, start) > 1 && Blanks.lineEnds(text, end, behind) > 1;
  }

  /** A page number; worded where the line says that it is one. */
  private record PageNumber(int value, boolean worded) {

    static PageNumber in(String text, int start, int end) {
      int digits = -1;
      boolean worded = false;
      int value = 0;
      for (int i = start; i < end; i++) {
        char c = text.charAt(i);
        if (c >= '0' && c <= '9') {
          boolean goesOn = digits >= 0 && digits == i - 1;
          boolean first = value == 0;
          if (first || goesOn && !worded(text, start, i)) {
            value = Math.min(value * 10 + c - '0', 100_000);
          }
          digits = i;
        }
      }
      String words = letters(text, start, end);
      worded = words.equals("page") || words.equals("pageof") || words.equals("--");
      boolean bare = words.isEmpty() || words.equals("of");
      return digits >= 0 && value > 0 && value < 1000 && (worded || bare)
          ? new PageNumber(value, worded)
          : null;
    }

    private static boolean worded(String text, int start, int at) {
      return text.substring(start, at).contains("of");
    }

    private static String letters(String text, int start, int end) {
      StringBuilder letters = new StringBuilder();
      for (int i = start; i < end; i++) {
        char c = text.charAt(i);
        if (c > ' ' && (c < '0' || c > '9') && c != '|') {
          letters.append(c == '\u2013' ? '-' : Character.toLowerCase(c));
        }
      }
      return letters.toString();
    }
  }
}
