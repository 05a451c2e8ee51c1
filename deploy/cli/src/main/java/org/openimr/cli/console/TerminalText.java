package org.openimr.cli.console;

/** Makes text of letters and file names safe and short for a terminal. */
public final class TerminalText {
  private static final char ELLIPSIS = '…';

  private TerminalText() {}

  /** Replaces line breaks and control characters, which a terminal would interpret, by spaces. */
  public static String singleLine(String text) {
    return text.replaceAll("\\p{C}|\\s", " ").replaceAll(" {2,}", " ").strip();
  }

  /** Truncates or pads the text to {@code width} characters. */
  public static String column(String text, int width) {
    return String.format("%-" + width + "s", truncate(text, width));
  }

  /** Truncates the text to at most {@code width} characters, with an ellipsis. */
  public static String truncate(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1).stripTrailing() + ELLIPSIS;
  }
}
