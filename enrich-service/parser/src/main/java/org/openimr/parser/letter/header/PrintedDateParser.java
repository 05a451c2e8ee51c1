package org.openimr.parser.letter.header;

import java.time.LocalDate;
import java.time.YearMonth;

/** Dates as the header block prints them, {@code MM/DD/YYYY}. */
final class PrintedDateParser {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private PrintedDateParser() {}

  /** The offset behind digits and slashes that are meant as a date, or -1. */
  static int endAt(String text, int at, int to) {
    int separators = 0;
    int i = at;
    while (i < to && (digit(text.charAt(i)) || separator(text.charAt(i)) && i > at)) {
      separators += separator(text.charAt(i++)) ? 1 : 0;
    }
    return separators == 2 && digit(text.charAt(i - 1)) ? i : -1;
  }

  /** The date between two offsets, or null if there is no such day. */
  static LocalDate parse(String text, int at, int end) {
    int[] parts = new int[3];
    int part = 0;
    for (int i = at; i < end; i++) {
      char c = text.charAt(i);
      if (separator(c)) {
        part++;
      } else {
        parts[part] = Math.min(parts[part] * 10 + c - '0', 100_000);
      }
    }
    return day(parts[2], parts[0], parts[1]);
  }

  private static LocalDate day(int year, int month, int day) {
    boolean known = year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12;
    return known && day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth()
        ? LocalDate.of(year, month, day)
        : null;
  }

  private static boolean separator(char c) {
    return c == '/' || c == '-' || c == '.';
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
