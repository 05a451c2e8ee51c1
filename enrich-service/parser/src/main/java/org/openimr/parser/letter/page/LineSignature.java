package org.openimr.parser.letter.page;

/**
 * The form of a printed line without its varying parts: each run of digits is one {@code 0}, each
 * run of white space one space. Stamps of different pages have the same signature.
 */
final class LineSignature {
  /** Longer lines are running text of renderings without line ends. */
  static final int MAX_LENGTH = 240;

  /** Characters other than white space by which lines are compared first. */
  private static final int ROUGH_LENGTH = 12;

  private LineSignature() {}

  /** Returns the signature of a line. */
  static String of(String text, int start, int end) {
    StringBuilder signature = new StringBuilder(end - start);
    char previous = 0;
    for (int i = start; i < end; i++) {
      char folded = fold(text.charAt(i));
      if (folded != previous || folded != ' ' && folded != '0') {
        signature.append(folded);
      }
      previous = folded;
    }
    return signature.toString();
  }

  /**
   * Returns a hash code of the start of a line, up to the first digit, to tell quickly that most
   * lines have different signatures.
   */
  static int roughHash(String text, int start, int end) {
    int hash = 0;
    int letters = 0;
    for (int i = start; i < end && letters < ROUGH_LENGTH; i++) {
      char c = text.charAt(i);
      if (Character.isDigit(c)) {
        break;
      }
      if (c > ' ' && c != '\u00a0') {
        hash = 31 * hash + c;
        letters++;
      }
    }
    return hash ^ hash >>> 15;
  }

  /** Returns a hash code that lines with the same signature share. */
  static int hash(String text, int start, int end) {
    int hash = 0;
    char previous = 0;
    for (int i = start; i < end; i++) {
      char folded = fold(text.charAt(i));
      if (folded != previous || folded != ' ' && folded != '0') {
        hash = 31 * hash + folded;
      }
      previous = folded;
    }
    return hash;
  }

  /** Returns whether two lines have the same signature. */
  static boolean areSame(String text, int start, int end, int otherStart, int otherEnd) {
    int i = start;
    int k = otherStart;
    while (i < end && k < otherEnd) {
      char folded = fold(text.charAt(i));
      if (folded != fold(text.charAt(k))) {
        return false;
      }
      i = next(text, i, end, folded);
      k = next(text, k, otherEnd, folded);
    }
    return i == end && k == otherEnd;
  }

  /** Returns the offset after a character, or after a run of digits or white space. */
  private static int next(String text, int at, int end, char folded) {
    int i = at + 1;
    if (folded == ' ' || folded == '0') {
      while (i < end && fold(text.charAt(i)) == folded) {
        i++;
      }
    }
    return i;
  }

  private static char fold(char c) {
    if (c <= ' ' || c == '\u00a0') {
      return ' ';
    }
    if (c < 128) {
      return c >= '0' && c <= '9' ? '0' : c;
    }
    return Character.isDigit(c) ? '0' : c;
  }
}
