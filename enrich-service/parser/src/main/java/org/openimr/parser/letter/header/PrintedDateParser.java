package org.openimr.parser.letter.header;

import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Parses dates as printed in the header block, {@code MM/DD/YYYY}. Letters that are mistaken for
 * digits and spaces beside the separators are corrected.
 */
final class PrintedDateParser {
  private static final int MIN_YEAR = 1900;
  private static final int MAX_YEAR = 2100;
  private static final int MAX_SPACES = 2;

  private PrintedDateParser() {}

  /** Returns the offset just past the date at an offset, valid or not, or -1 if there is none. */
  static int endAt(String text, int at, int to) {
    int i = at;
    int digits = 0;
    for (int part = 0; part < 3; part++) {
      int partEnd = skipDigits(text, i, to);
      int separator = part < 2 ? skipSpaces(text, partEnd, to) : partEnd;
      if (partEnd == i || part < 2 && (separator == to || !isSeparator(text.charAt(separator)))) {
        return -1;
      }
      digits += countDigits(text, i, partEnd);
      i = part < 2 ? skipSpaces(text, separator + 1, to) : partEnd;
    }
    boolean more = i < to && isSeparator(text.charAt(i)) && isDigitAt(text, i + 1, to);
    return digits > 2 && !more ? i : -1;
  }

  /** Parses the date between two offsets. Returns null if it is not a day of the calendar. */
  static @Nullable LocalDate parse(String text, int at, int end) {
    int[] parts = new int[3];
    int part = 0;
    for (int i = at; i < end; i++) {
      char c = text.charAt(i);
      if (isSeparator(c)) {
        part++;
      } else if (c > ' ') {
        parts[part] = Math.min(parts[part] * 10 + PrintedDigits.valueOf(c), 100_000);
      }
    }
    return toDate(parts[2], parts[0], parts[1]);
  }

  /** Returns whether a date is printed with other characters than digits and separators. */
  static boolean isCorrected(String text, int at, int end) {
    for (int i = at; i < end; i++) {
      if (!PrintedDigits.isDigit(text.charAt(i)) && !isSeparator(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable LocalDate toDate(int year, int month, int day) {
    boolean validMonth = year >= MIN_YEAR && year <= MAX_YEAR && month >= 1 && month <= 12;
    return validMonth && day >= 1 && day <= YearMonth.of(year, month).lengthOfMonth()
        ? LocalDate.of(year, month, day)
        : null;
  }

  private static int skipDigits(String text, int from, int to) {
    int i = from;
    while (i < to && PrintedDigits.valueOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static int countDigits(String text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += PrintedDigits.isDigit(text.charAt(i)) ? 1 : 0;
    }
    return count;
  }

  private static int skipSpaces(String text, int from, int to) {
    int i = from;
    while (i < to && text.charAt(i) == ' ' && i - from < MAX_SPACES) {
      i++;
    }
    return i;
  }

  private static boolean isDigitAt(String text, int at, int to) {
    return at < to && PrintedDigits.isDigit(text.charAt(at));
  }

  private static boolean isSeparator(char c) {
    return c == '/' || c == '-' || c == '.';
  }
}
