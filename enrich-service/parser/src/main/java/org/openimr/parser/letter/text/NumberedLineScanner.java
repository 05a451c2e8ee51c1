package org.openimr.parser.letter.text;

/**
 * Lines that start with a number and a bracket or full stop: {@code 1) ...}, {@code 2. ...}. What
 * stands behind a hyphen at a line's end is the rest of a date or a range.
 */
public final class NumberedLineScanner {
  private NumberedLineScanner() {}

  /** Where the next line with this number starts, or -1. */
  public static int find(String text, int number, int from, int to) {
    String digits = Integer.toString(number);
    int at = text.indexOf(digits, from, to);
    while (at >= 0) {
      if (startsLine(text, at) && mark(text, at + digits.length(), to)) {
        return at;
      }
      at = text.indexOf(digits, at + 1, to);
    }
    return -1;
  }

  /** The offset of the first word behind the number of a line. */
  public static int afterNumber(String text, int line, int to) {
    int i = line;
    while (i < to && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return Whitespace.skipForward(text, Math.min(to, i + 1), to);
  }

  /** Where the number before the words at an offset starts, or that offset if there is none. */
  public static int numberStartBefore(String text, int at) {
    int mark = Whitespace.skipBackward(text, at, 0);
    int start = mark - 1;
    if (start < 0 || text.charAt(start) != ')' && text.charAt(start) != '.') {
      return at;
    }
    while (start > 0 && text.charAt(start - 1) >= '0' && text.charAt(start - 1) <= '9') {
      start--;
    }
    return start < mark - 1 ? start : at;
  }

  private static boolean startsLine(String text, int at) {
    int i = at;
    while (i > 0 && text.charAt(i - 1) <= ' ' && text.charAt(i - 1) != '\n') {
      i--;
    }
    int before = Whitespace.skipBackward(text, i, 0) - 1;
    return before < 0 || text.charAt(i - 1) == '\n' && text.charAt(before) != '-';
  }

  private static boolean mark(String text, int at, int to) {
    return at + 1 < to
        && (text.charAt(at) == ')' || text.charAt(at) == '.')
        && text.charAt(at + 1) <= ' ';
  }
}
