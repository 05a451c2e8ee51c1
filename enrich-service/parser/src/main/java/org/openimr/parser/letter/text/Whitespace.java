package org.openimr.parser.letter.text;

/** Scans the white space of a {@link NormalizedLetter}. */
public final class Whitespace {
  private Whitespace() {}

  static boolean isBlank(char c) {
    return c <= ' ';
  }

  /**
   * Returns the offset of the first character from {@code at} that is not white space, or {@code
   * to}.
   */
  public static int skipForward(String text, int at, int to) {
    int i = at;
    while (i < to && text.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  /**
   * Returns the offset just past the last character before {@code end} that is not white space, or
   * {@code from}.
   */
  public static int skipBackward(String text, int end, int from) {
    int i = end;
    while (i > from && text.charAt(i - 1) <= ' ') {
      i--;
    }
    return i;
  }

  /** Returns the number of line ends between two offsets. */
  public static int countLineEnds(String text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        count++;
      }
    }
    return count;
  }

  /** Returns whether there is a page break between two offsets. */
  public static boolean containsPageBreak(String text, int from, int to) {
    return text.indexOf('\f', from, to) >= 0;
  }

  /**
   * Returns the offset just past a hyphen and the line end that follows it, or {@code hyphen} if no
   * line end follows.
   */
  static int afterLineHyphen(String text, int hyphen, int to) {
    int next = skipForward(text, hyphen + 1, to);
    return text.substring(hyphen, next).indexOf('\n') < 0 ? hyphen : next;
  }
}
