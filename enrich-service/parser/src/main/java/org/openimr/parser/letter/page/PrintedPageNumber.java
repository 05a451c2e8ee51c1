package org.openimr.parser.letter.page;

import org.jspecify.annotations.Nullable;

/**
 * A page number in a line that is repeated on each page: {@code Page 2 of 5}, {@code P.004/008},
 * {@code 2/5}.
 *
 * @param number the number of the page, from 1
 * @param total the number of pages, at least {@code number}
 */
record PrintedPageNumber(int number, int total) {
  private static final int MAX_PAGES = 999;
  private static final int MAX_DIGITS = 3;

  /** Returns the last page number with a total in a line, or null if there is none. */
  static @Nullable PrintedPageNumber find(String line) {
    PrintedPageNumber found = null;
    int i = 0;
    while (i < line.length()) {
      int end = digitsEnd(line, i);
      if (end > i) {
        PrintedPageNumber number = numberAt(line, i, end);
        found = number == null ? found : number;
      }
      i = Math.max(end, i + 1);
    }
    return found;
  }

  private static @Nullable PrintedPageNumber numberAt(String line, int start, int end) {
    int totalStart = skipSeparator(line, end);
    int totalEnd = totalStart < 0 ? -1 : digitsEnd(line, totalStart);
    if (totalEnd <= totalStart || isDatePart(line, start, totalEnd)) {
      return null;
    }
    if (end - start > MAX_DIGITS || totalEnd - totalStart > MAX_DIGITS) {
      return null;
    }
    int number = Integer.parseInt(line.substring(start, end));
    int total = Integer.parseInt(line.substring(totalStart, totalEnd));
    return number >= 1 && number <= total && total <= MAX_PAGES
        ? new PrintedPageNumber(number, total)
        : null;
  }

  /** Returns the offset after a slash or {@code of}, or -1. */
  private static int skipSeparator(String line, int at) {
    int i = skipSpaces(line, at);
    if (i < line.length() && line.charAt(i) == '/') {
      return skipSpaces(line, i + 1);
    }
    return i > at && line.regionMatches(true, i, "of ", 0, 3) ? skipSpaces(line, i + 3) : -1;
  }

  private static int skipSpaces(String line, int at) {
    int i = at;
    while (i < line.length() && line.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  private static boolean isDatePart(String line, int start, int end) {
    return start > 0 && "/-".indexOf(line.charAt(start - 1)) >= 0
        || end < line.length() && "/-".indexOf(line.charAt(end)) >= 0;
  }

  private static int digitsEnd(String line, int at) {
    int i = at;
    while (i < line.length() && line.charAt(i) >= '0' && line.charAt(i) <= '9') {
      i++;
    }
    return i;
  }
}
