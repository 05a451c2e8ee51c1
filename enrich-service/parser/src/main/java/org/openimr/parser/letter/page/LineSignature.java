package org.openimr.parser.letter.page;

/**
 * The form of a printed line without its varying parts: each run of digits is one {@code 0}, each
 * run of white space one space. Stamps of different pages have the same signature.
 */
final class LineSignature {
  /** Longer lines are running text of renderings without line ends. */
  static final int MAX_LENGTH = 240;

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
    return hash ^ hash >>> 15;
  }

  private static char fold(char c) {
    if (c <= ' ' || c == '\u00a0') {
      return ' ';
    }
    return Character.isDigit(c) ? '0' : c;
  }
}
