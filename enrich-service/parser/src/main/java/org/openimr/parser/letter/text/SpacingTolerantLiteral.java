package org.openimr.parser.letter.text;

/**
 * The words of a heading or label, found however they are wrapped or spaced. White space is ignored
 * in both the words and the letter, and so is a hyphen that breaks a word at the end of a line.
 */
public final class SpacingTolerantLiteral {
  private final String letters;
  private final String anchor;
  private final char lastLetter;
  private final boolean anyCase;

  /**
   * Creates a literal.
   *
   * @param words the words, separated by spaces; case matters
   */
  public SpacingTolerantLiteral(String words) {
    this(words, false);
  }

  private SpacingTolerantLiteral(String words, boolean anyCase) {
    this.anyCase = anyCase;
    letters = words.replace(" ", "");
    int blank = words.indexOf(' ');
    anchor = blank < 0 ? words : words.substring(0, blank);
    lastLetter = letters.charAt(letters.length() - 1);
  }

  /**
   * Creates a literal whose letters other than the first may be of any case. Of the methods, only
   * {@link #endAt} and {@link #startBefore} support it.
   */
  public static SpacingTolerantLiteral anyCase(String words) {
    return new SpacingTolerantLiteral(words, true);
  }

  /** Returns the offset of the first occurrence, or -1. */
  public int find(String text, int from) {
    return find(text, from, text.length());
  }

  /** Returns the offset of the first occurrence between two offsets, or -1. */
  public int find(String text, int from, int to) {
    int at = findAnchor(text, from, to, anchor);
    return at >= 0 ? at : findAnchor(text, from, to, letters.substring(0, 1));
  }

  /**
   * Returns the offset of the first occurrence whose first word is unbroken, or -1. Faster than
   * {@link #find} if the literal is absent.
   */
  public int findByFirstWord(String text, int from, int to) {
    return findAnchor(text, from, to, anchor);
  }

  /** Returns the offset of the first occurrence of any literal by its first word, or -1. */
  public static int findFirst(String text, SpacingTolerantLiteral[] literals, int from, int to) {
    int first = -1;
    for (SpacingTolerantLiteral literal : literals) {
      int at = literal.findByFirstWord(text, from, first < 0 ? to : first);
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

  /** Returns the offset just past these words if they start at {@code at}, else -1. */
  public int endAt(String text, int at, int to) {
    int i = at;
    for (int k = 0; k < letters.length(); k++) {
      i = k == 0 ? i : Whitespace.skipForward(text, i, to);
      if (i < to && text.charAt(i) == '-' && letters.charAt(k) != '-') {
        i = Whitespace.afterLineHyphen(text, i, to);
      }
      if (i >= to || !matches(text.charAt(i), k)) {
        return -1;
      }
      i++;
    }
    return i;
  }

  /**
   * Returns the start of these words if they end at {@code end} or are separated from it by white
   * space only, else -1.
   */
  public int startBefore(String text, int end, int from) {
    int i = Whitespace.skipBackward(text, end, from);
    if (i <= from || text.charAt(i - 1) != lastLetter && !anyCase) {
      return -1;
    }
    for (int k = letters.length() - 1; k >= 0; k--) {
      i = Whitespace.skipBackward(text, i, from);
      if (i > from && text.charAt(i - 1) == '-' && letters.charAt(k) != '-') {
        i = Whitespace.skipBackward(text, i - 1, from);
      }
      if (i <= from || !matches(text.charAt(i - 1), k)) {
        return -1;
      }
      i--;
    }
    return i;
  }

  private boolean matches(char c, int index) {
    char letter = letters.charAt(index);
    return c == letter
        || anyCase && index > 0 && Character.toLowerCase(c) == Character.toLowerCase(letter);
  }
}
