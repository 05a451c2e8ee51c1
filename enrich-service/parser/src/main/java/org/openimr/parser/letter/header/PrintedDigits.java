package org.openimr.parser.letter.header;

/** Digits as printed, and the letters that typists and character recognition mistake for them. */
final class PrintedDigits {
  private PrintedDigits() {}

  /** Returns the digit that a character is or is mistaken for, or -1 if there is none. */
  static int valueOf(char c) {
    return switch (c) {
      case 'O', 'o' -> 0;
      case 'l', 'I' -> 1;
      default -> isDigit(c) ? c - '0' : Character.digit(c, 10);
    };
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
