package org.openimr.parser.letter.header;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parses dates in sentences, {@code 9/3/2013} or {@code September 3, 2013}. */
final class SentenceDateParser {
  private static final int MONTH_ABBREVIATION = 3;

  private SentenceDateParser() {}

  /** Parses the date that starts at an offset of a text in lower case, or returns null. */
  static @Nullable LocalDate parseAt(String text, int at) {
    int end = PrintedDateParser.endAt(text, at, text.length());
    if (end >= 0) {
      return PrintedDateParser.parse(text, at, end);
    }
    for (Month month : Month.values()) {
      String name = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
      if (text.startsWith(name.substring(0, MONTH_ABBREVIATION), at)) {
        int nameEnd = text.startsWith(name, at) ? at + name.length() : at + MONTH_ABBREVIATION;
        return parseDay(text, nameEnd, month.getValue());
      }
    }
    return null;
  }

  /** Parses the day and year after the name of a month. */
  private static @Nullable LocalDate parseDay(String text, int monthEnd, int month) {
    int day = skip(text, monthEnd, ". ");
    int dayEnd = skipDigits(text, day);
    int suffix =
        dayEnd < text.length() && text.charAt(dayEnd) != ','
            ? skip(text, dayEnd, "stndrh")
            : dayEnd;
    int year = skip(text, suffix, ", ");
    int yearEnd = skipDigits(text, year);
    if (day == dayEnd || yearEnd - year != 4 || dayEnd - day > 2) {
      return null;
    }
    String numeric =
        month + "/" + text.substring(day, dayEnd) + "/" + text.substring(year, yearEnd);
    return PrintedDateParser.parse(numeric, 0, numeric.length());
  }

  private static int skip(String text, int from, String chars) {
    int i = from;
    while (i < text.length() && chars.indexOf(text.charAt(i)) >= 0) {
      i++;
    }
    return i;
  }

  private static int skipDigits(String text, int from) {
    int i = from;
    while (i < text.length() && PrintedDigits.isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }
}
