package org.openimr.parser.letter.header;

import org.jspecify.annotations.Nullable;

/**
 * Parses a printed case number: {@code CM}, two digits of the year, a hyphen and seven digits.
 * Letters that are mistaken for digits, spaces between the digits and a lost hyphen are corrected.
 */
final class CaseNumberParser {
  private static final int YEAR_DIGITS = 2;
  private static final int SERIAL_DIGITS = 7;

  /** Hyphens that converters print. They need no correction, nor does white space after them. */
  private static final String HYPHENS = "-\u00ad\u2010\u2011\u2013";

  private static final String DASHES = HYPHENS + "\u2012\u2014\u2015\u2212\ufe63\uff0d_~";

  private final String text;
  private final StringBuilder number = new StringBuilder("CM");
  private boolean corrected;
  private int at;

  private CaseNumberParser(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /**
   * A printed case number.
   *
   * @param number the number in its usual form, or null if the print is unusable
   * @param isCorrected whether the print had to be corrected
   * @param start offset of its first character
   */
  record PrintedNumber(@Nullable String number, boolean isCorrected, int start) {}

  /** Parses what starts at an offset. Returns null unless it starts with {@code CM} and digits. */
  static @Nullable PrintedNumber parseAt(String text, int at) {
    if (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
      return null;
    }
    CaseNumberParser parser = new CaseNumberParser(text, at);
    return parser.acceptPrefix() ? parser.parse(at) : null;
  }

  /** Returns the offset of the next {@code CM} in any case, or -1. */
  static int findPrefix(String text, int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      char c = fold(text.charAt(i));
      if ((c == 'C' || c == 'c') && isLetterM(fold(text.charAt(i + 1)))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isLetterM(char c) {
    return c == 'M' || c == 'm';
  }

  private boolean acceptPrefix() {
    if (findPrefix(text, at, Math.min(text.length(), at + 2)) != at) {
      return false;
    }
    at += 2;
    skipSpaces();
    return at < text.length() && digitAt(at) >= 0;
  }

  private PrintedNumber parse(int start) {
    if (acceptDigits(YEAR_DIGITS)) {
      acceptHyphen();
      number.append('-');
      if (acceptDigits(SERIAL_DIGITS) && endsHere()) {
        return new PrintedNumber(number.toString(), corrected, start);
      }
    }
    return new PrintedNumber(null, false, start);
  }

  private void skipSpaces() {
    int from = at;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    corrected |= at > from;
  }

  /** Accepts a hyphen with white space around it. A number without one is corrected. */
  private void acceptHyphen() {
    int hyphen = skipWhitespace(at);
    if (hyphen < text.length() && DASHES.indexOf(text.charAt(hyphen)) >= 0) {
      corrected |= HYPHENS.indexOf(text.charAt(hyphen)) < 0;
      at = skipWhitespace(hyphen + 1);
    } else {
      corrected = true;
      skipSpaces();
    }
  }

  private int skipWhitespace(int from) {
    int i = from;
    while (i < text.length() && (text.charAt(i) <= ' ' || isSpace(text.charAt(i)))) {
      i++;
    }
    return i;
  }

  private boolean acceptDigits(int count) {
    for (int k = 0; k < count; k++) {
      if (k > 0 && at + 1 < text.length() && isSpace(text.charAt(at))) {
        if (digitAt(at + 1) < 0 || !completes(at + 1, count - k)) {
          return false;
        }
        at++;
        corrected = true;
      }
      int digit = at < text.length() ? digitAt(at) : -1;
      if (digit < 0) {
        return false;
      }
      corrected |= Character.isLetter(text.charAt(at++));
      number.append(digit);
    }
    return true;
  }

  /** Returns whether the digits after a space are the rest of the number and not another value. */
  private boolean completes(int from, int count) {
    int i = from;
    while (i < text.length() && digitAt(i) >= 0) {
      i++;
    }
    boolean ends = i == text.length() || "/.-".indexOf(text.charAt(i)) < 0;
    return i - from == count && ends;
  }

  private boolean endsHere() {
    return at == text.length() || !Character.isLetterOrDigit(text.charAt(at));
  }

  /** Returns the digit that a character is or is mistaken for, or -1. */
  private int digitAt(int index) {
    return PrintedDigits.valueOf(text.charAt(index));
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || Character.isSpaceChar(c) && c != '\u2028' && c != '\u2029';
  }

  private static char fold(char c) {
    return c >= '\uff21' && c <= '\uff5a' ? (char) (c - '\uff21' + 'A') : c;
  }
}
