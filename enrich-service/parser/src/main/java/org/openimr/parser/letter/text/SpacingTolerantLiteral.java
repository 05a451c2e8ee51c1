package org.openimr.parser.letter.text;

/**
 * Words of a heading or label that are found however they are wrapped or spaced: white space counts
 * for nothing, neither in the letter nor here, and so does a hyphen that breaks a word at a line's
 * end.
 */
public final class SpacingTolerantLiteral {
  private final String letters;
  private final String anchor;
  private final char last;

  public SpacingTolerantLiteral(String words) {
    letters = words.replace(" ", "");
    int blank = words.indexOf(' ');
    anchor = blank < 0 ? words : words.substring(0, blank);
    last = letters.charAt(letters.length() - 1);
  }

  /** Where the first of these words starts, or -1. */
  public int find(String text, int from) {
    return find(text, from, text.length());
  }

  /** Where the first of these words starts between two offsets, or -1. */
  public int find(String text, int from, int to) {
    int at = findAnchor(text, from, to, anchor);
    return at >= 0 ? at : findAnchor(text, from, to, letters.substring(0, 1));
  }

  /** As {@link #find}, for a place where the words are hardly ever torn inside the first one. */
  public int findWhole(String text, int from, int to) {
    return findAnchor(text, from, to, anchor);
  }

  /** Where the first of several headings starts, each torn between its words only, or -1. */
  public static int findFirst(String text, SpacingTolerantLiteral[] any, int from, int to) {
    int first = -1;
    for (SpacingTolerantLiteral literal : any) {
      int at = literal.findWhole(text, from, first < 0 ? to : first);
      first = at >= 0 ? at : first;
    }
    return first;
  }

  private int findAnchor(String text, int from, int to, String start) {
    for (int i = text.indexOf(start, from, to); i >= 0; i = text.indexOf(start, i + 1, to)) {
      if (endAt(text, i, to) >= 0) {
        return i;
      }
    }
    return -1;
  }

  /** The offset behind these words if they start at {@code at}, else -1. */
  public int endAt(String text, int at, int to) {
    int i = at;
    for (int k = 0; k < letters.length(); k++) {
      i = k == 0 ? i : Whitespace.skipForward(text, i, to);
      if (i < to && text.charAt(i) == '-' && letters.charAt(k) != '-') {
        i = Whitespace.afterLineHyphen(text, i, to);
      }
      if (i >= to || text.charAt(i) != letters.charAt(k)) {
        return -1;
      }
      i++;
    }
    return i;
  }

  /** The offset where these words start if they end before {@code end}, else -1. */
  public int startBefore(String text, int end, int from) {
    int i = Whitespace.skipBackward(text, end, from);
    if (i <= from || text.charAt(i - 1) != last) {
      return -1;
    }
    for (int k = letters.length() - 1; k >= 0; k--) {
      i = Whitespace.skipBackward(text, i, from);
      if (i > from && text.charAt(i - 1) == '-' && letters.charAt(k) != '-') {
        i = Whitespace.skipBackward(text, i - 1, from);
      }
      if (i <= from || text.charAt(i - 1) != letters.charAt(k)) {
        return -1;
      }
      i--;
    }
    return i;
  }
}
