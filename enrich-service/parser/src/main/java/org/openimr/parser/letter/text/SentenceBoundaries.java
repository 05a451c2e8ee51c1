package org.openimr.parser.letter.text;

/** Detects the ends of sentences. */
public final class SentenceBoundaries {
  private static final String[] ABBREVIATIONS = {
    "Dr.", "Mr.", "Ms.", "Mrs.", "No.", "vs.", "approx.", "e.g.", "i.e.", "pg.", "p.", "St.", "Fig."
  };

  private SentenceBoundaries() {}

  /**
   * Returns whether a sentence ends just before {@code end}. Closing quotes and brackets after the
   * full stop are skipped.
   *
   * @param from start of the range to look at
   */
  public static boolean endsAt(String text, int end, int from) {
    int i = end;
    while (i > from && isClosingMark(text.charAt(i - 1))) {
      i--;
    }
    if (i <= from) {
      return false;
    }
    char c = text.charAt(i - 1);
    return c == '!' || c == '?' || c == '.' && !endsWithAbbreviation(text, i, from);
  }

  /**
   * Returns whether an abbreviation such as {@code b.i.d.} ends just before {@code end}. A sentence
   * may or may not end with it.
   */
  public static boolean isDottedAbbreviation(String text, int end, int from) {
    return end - from > 3
        && text.charAt(end - 1) == '.'
        && Character.isLetter(text.charAt(end - 2))
        && text.charAt(end - 3) == '.';
  }

  private static boolean endsWithAbbreviation(String text, int end, int from) {
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

  private static boolean isClosingMark(char c) {
    return c == '"' || c == ')' || c == ']' || c == '\'' || c == '\u201d' || c == '\u2019';
  }
}
