package org.openimr.parser.letter.header;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Parses dates as printed in the header block, {@code MM/DD/YYYY}. */
final class PrintedDateParser {
  private static final int MIN_YEAR = 1900;
  private static final int MAX_YEAR = 2100;

  private PrintedDateParser() {}

  /** Returns the offset just past the date at an offset, valid or not, or -1 if there is none. */
  static int endAt(String text, int at, int to) {
    int separators = 0;
    int i = at;
    while (i < to && (isDigit(text.charAt(i)) || isSeparator(text.charAt(i)) && i > at)) {
      separators += isSeparator(text.charAt(i++)) ? 1 : 0;
    }
    return separators == 2 && isDigit(text.charAt(i - 1)) ? i : -1;
  }

  /** Parses the date between two offsets. Returns null if it is not a day of the calendar. */
  static @Nullable LocalDate parse(String text, int at, int end) {
    int[] parts = new int[3];
    int part = 0;
    for (int i = at; i < end; i++) {
      char c = text.charAt(i);
      if (isSeparator(c)) {
        part++;
      } else {
        parts[part] = Math.min(parts[part] * 10 + c - '0', 100_000);
      }
    }
    return toDate(parts[2], parts[0], parts[1]);
  }

  private static @Nullable LocalDate toDate(int year, int month, int day) {
    boolean validMonth = year >= MIN_YEAR && year <= MAX_YEAR && month >= 1 && month <= 12;
    return validMonth && day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth()
        ? LocalDate.of(year, month, day)
        : null;
  }

  private static boolean isSeparator(char c) {
    return c == '/' || c == '-' || c == '.';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
