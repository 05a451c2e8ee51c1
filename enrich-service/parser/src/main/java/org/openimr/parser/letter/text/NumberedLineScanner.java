package org.openimr.parser.letter.text;

/**
 * Finds lines that start with a number and a bracket or full stop: {@code 1) ...}, {@code 2. ...}.
 * A number after a line that ends with a hyphen is not one of these: it continues a date or a
 * range.
 */
public final class NumberedLineScanner {
  private NumberedLineScanner() {}

  /** Returns the offset of the next line with this number, or -1 if there is none. */
  public static int find(String text, int number, int from, int to) {
    String digits = Integer.toString(number);
    int at = text.indexOf(digits, from, to);
    while (at >= 0) {
      if (isLineStart(text, at) && isNumberMark(text, at + digits.length(), to)) {
        return at;
      }
      at = text.indexOf(digits, at + 1, to);
    }
    return -1;
  }

  /** Returns the offset of the first word after the number of a line. */
  public static int afterNumber(String text, int line, int to) {
    int i = line;
    while (i < to && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return Whitespace.skipForward(text, Math.min(to, i + 1), to);
  }

  /**
   * Returns the offset of the number that precedes the words at an offset, or {@code at} if no
   * number precedes them.
   */
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

  private static boolean isLineStart(String text, int at) {
    int i = at;
    while (i > 0 && text.charAt(i - 1) <= ' ' && text.charAt(i - 1) != '\n') {
      i--;
    }
    int before = Whitespace.skipBackward(text, i, 0) - 1;
    return before < 0 || text.charAt(i - 1) == '\n' && text.charAt(before) != '-';
  }

  private static boolean isNumberMark(String text, int at, int to) {
    return at + 1 < to
        && (text.charAt(at) == ')' || text.charAt(at) == '.')
        && text.charAt(at + 1) <= ' ';
  }
}
