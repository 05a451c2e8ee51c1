package org.openimr.tools.generator.model;

import java.time.LocalDate;
import java.time.Month;
import java.util.Locale;

/** Formats dates as in letters. */
public final class PrintedDates {
  private static final String[] MONTHS = monthNames();

  /** Date formats in the prose of letters. */
  public enum Style {
    SLASHES,
    DASHES,
    SHORT_DASHES,
    WORDS
  }

  private PrintedDates() {}

  /** {@code MM/DD/YYYY}. */
  static void header(LocalDate date, StringBuilder out) {
    padded(date.getMonthValue(), out).append('/');
    padded(date.getDayOfMonth(), out).append('/').append(date.getYear());
  }

  public static String header(LocalDate date) {
    StringBuilder out = new StringBuilder(10);
    header(date, out);
    return out.toString();
  }

  /** {@code M/D/YYYY}, as in the earliest letters. */
  public static String unpadded(LocalDate date) {
    return date.getMonthValue() + "/" + date.getDayOfMonth() + "/" + date.getYear();
  }

  public static void prose(LocalDate date, Style style, StringBuilder out) {
    switch (style) {
      case SLASHES -> header(date, out);
      case DASHES ->
          out.append(date.getMonthValue())
              .append('-')
              .append(date.getDayOfMonth())
              .append('-')
              .append(date.getYear());
      case SHORT_DASHES -> {
        out.append(date.getMonthValue()).append('-').append(date.getDayOfMonth()).append('-');
        padded(date.getYear() % 100, out);
      }
      case WORDS ->
          out.append(MONTHS[date.getMonthValue() - 1])
              .append(' ')
              .append(date.getDayOfMonth())
              .append(", ")
              .append(date.getYear());
    }
  }

  private static StringBuilder padded(int number, StringBuilder out) {
    return out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  private static String[] monthNames() {
    String[] names = new String[12];
    for (Month month : Month.values()) {
      String name = month.name();
      names[month.getValue() - 1] = name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }
    return names;
  }
}
