package org.openimr.parser.letter.text;

/** White space of a letter whose odd blanks are folded already ({@link NormalizedLetter}). */
public final class Whitespace {
  private Whitespace() {}

  static boolean isBlank(char c) {
    return c <= ' ';
  }

  /** The first offset from {@code at} that is not white space, at most {@code to}. */
  public static int skipForward(String text, int at, int to) {
    int i = at;
    while (i < to && text.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  /** The offset behind the last character before {@code end} that is not white space. */
  public static int skipBackward(String text, int end, int from) {
    int i = end;
    while (i > from && text.charAt(i - 1) <= ' ') {
      i--;
    }
    return i;
  }

  /** How many line ends lie between two offsets. */
  public static int countLineEnds(String text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        count++;
      }
    }
    return count;
  }

  /** Whether a page ends between two offsets. */
  public static boolean containsPageBreak(String text, int from, int to) {
    return text.indexOf('\f', from, to) >= 0;
  }

  /** The offset behind a hyphen and the line end after it; the hyphen's own where none follows. */
  static int afterLineHyphen(String text, int hyphen, int to) {
    int behind = skipForward(text, hyphen + 1, to);
    return text.substring(hyphen, behind).indexOf('\n') < 0 ? hyphen : behind;
  }
}
