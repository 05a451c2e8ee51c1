package org.openimr.parser.letter.text;

/** Where sentences end. */
public final class SentenceBoundaries {
  private static final String[] ABBREVIATIONS = {
    "Dr.", "Mr.", "Ms.", "Mrs.", "No.", "vs.", "approx.", "e.g.", "i.e.", "pg.", "p.", "St.", "Fig."
  };

  private SentenceBoundaries() {}

  /** Whether the character before {@code end} closes a sentence, quotes and brackets aside. */
  public static boolean endsAt(String text, int end, int from) {
    int i = end;
    while (i > from && closer(text.charAt(i - 1))) {
      i--;
    }
    if (i <= from) {
      return false;
    }
    char c = text.charAt(i - 1);
    return c == '!' || c == '?' || c == '.' && !abbreviated(text, i, from);
  }

  /**
   * Whether letters with a full stop each end there, as in {@code b.i.d.}; a sentence may or not.
   */
  public static boolean isDottedAbbreviation(String text, int end, int from) {
    return end - from > 3
        && text.charAt(end - 1) == '.'
        && Character.isLetter(text.charAt(end - 2))
        && text.charAt(end - 3) == '.';
  }

  private static boolean abbreviated(String text, int end, int from) {
    for (String abbreviation : ABBREVIATIONS) {
      int start = end - abbreviation.length();
      if (start >= from
          && text.startsWith(abbreviation, start)
          && (start == from || text.charAt(start - 1) <= ' ' || text.charAt(start - 1) == '(')) {
        return true;
      }
    }
    return false;
  }

  private static boolean closer(char c) {
    return c == '"' || c == ')' || c == ']' || c == '\'' || c == '\u201d' || c == '\u2019';
  }
}
