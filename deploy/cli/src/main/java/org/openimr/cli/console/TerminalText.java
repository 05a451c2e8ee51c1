package org.openimr.cli.console;

/** Text of letters and file names, made fit for a terminal. */
public final class TerminalText {
  private static final char ELLIPSIS = '…';

  private TerminalText() {}

  /** On one line and without control characters, which a terminal would obey. */
  public static String singleLine(String text) {
    return text.replaceAll("\\p{C}|\\s", " ").replaceAll(" {2,}", " ").strip();
  }

  /** At most so many characters, padded to just as many. */
  public static String column(String text, int width) {
    return String.format("%-" + width + "s", truncate(text, width));
  }

  /** At most so many characters. */
  public static String truncate(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1).stripTrailing() + ELLIPSIS;
  }
}
