package org.openimr.enrich.letter;

/** Where sentences end. */
final class Sentences {
  private Sentences() {}

  /** Whether the character before {@code end} closes a sentence, quotes and brackets aside. */
  static boolean endsAt(String text, int end, int from) {
    int i = end;
    while (i > from && closer(text.charAt(i - 1))) {
      i--;
    }
    if (i <= from) {
      return false;
    }
    char c = text.charAt(i - 1);
    return c == '.' || c == '!' || c == '?';
  }

  private static boolean closer(char c) {
    return c == '"' || c == ')' || c == ']' || c == '\'' || c == '\u201d' || c == '\u2019';
  }
}
