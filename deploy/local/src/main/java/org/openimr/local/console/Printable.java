package org.openimr.local.console;

/** Text of letters and file names, made fit for a terminal. */
public final class Printable {
  private static final char REST = '…';

  private Printable() {}

  /** On one line and without control characters, which a terminal would obey. */
  public static String of(String text) {
    return text.replaceAll("\\p{C}|\\s", " ").replaceAll(" {2,}", " ").strip();
  }

  /** At most so many characters, padded to just as many. */
  public static String column(String text, int width) {
    return String.format("%-" + width + "s", cut(text, width));
  }

  /** At most so many characters. */
  public static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1).stripTrailing() + REST;
  }
}
