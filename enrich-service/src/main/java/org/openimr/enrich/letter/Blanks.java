package org.openimr.enrich.letter;

/** White space of a letter whose odd blanks are folded already ({@link LetterText}). */
final class Blanks {
  private Blanks() {}

  static boolean blank(char c) {
    return c <= ' ';
  }

  /** The first offset from {@code at} that is not white space, at most {@code to}. */
  static int skip(String text, int at, int to) {
    int i = at;
    while (i < to && text.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }

  /** The offset behind the last character before {@code end} that is not white space. */
  static int skipBack(String text, int end, int from) {
    int i = end;
    while (i > from && text.charAt(i - 1) <= ' ') {
      i--;
    }
    return i;
  }

  /** How many line ends lie between two offsets. */
  static int lineEnds(String text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '\n') {
        count++;
      }
    }
    return count;
  }

  /** Whether a page ends between two offsets. */
  static boolean pageBreak(String text, int from, int to) {
    return text.indexOf('\f', from, to) >= 0;
  }

  /** The offset behind a hyphen and the line end after it; the hyphen's own where none follows. */
  static int behindLineHyphen(String text, int hyphen, int to) {
    int behind = skip(text, hyphen + 1, to);
    return text.substring(hyphen, behind).indexOf('\n') < 0 ? hyphen : behind;
  }
}
