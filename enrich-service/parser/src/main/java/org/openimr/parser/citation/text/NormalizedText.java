package org.openimr.parser.citation.text;

/**
 * A text normalized for the comparison of names: in lower case, one blank between words, {@code &}
 * as {@code and}, without apostrophes and trade mark signs. The separators between two words are
 * kept as a set of flags, and each character keeps its offset in the original text. There is a
 * blank before the first and after the last word. Immutable.
 */
public final class NormalizedText {
  public static final int BLANK = 1;
  public static final int COMMA = 2;
  public static final int SEMICOLON = 4;
  public static final int COLON = 8;
  public static final int FULL_STOP = 16;
  public static final int OPEN = 32;
  public static final int CLOSE = 64;
  public static final int SLASH = 128;
  public static final int DASH = 256;
  static final int EDGE = 512;

  /** The flags of all separators at which a name can end. */
  public static final int NAME_END =
      COMMA | SEMICOLON | COLON | FULL_STOP | OPEN | CLOSE | SLASH | DASH | EDGE;

  private final String text;
  private final char[] chars;
  private final int[] offsets;
  private final short[] gaps;
  private final short[] depths;
  private final int[] ends;
  private final int length;
  private final boolean brackets;

  /**
   * Takes ownership of the arrays.
   *
   * @param offsets offset of each character in the text
   * @param gaps flags of the separators at each blank
   * @param depths number of open brackets at each character; unused if there are no brackets
   * @param ends end of each word, at the position of its start
   * @param brackets whether the text has brackets
   */
  NormalizedText(
      String text,
      char[] chars,
      int[] offsets,
      short[] gaps,
      short[] depths,
      int[] ends,
      int length,
      boolean brackets) {
    this.text = text;
    this.chars = chars;
    this.offsets = offsets;
    this.gaps = gaps;
    this.depths = depths;
    this.ends = ends;
    this.length = length;
    this.brackets = brackets;
  }

  public static NormalizedText of(String text) {
    return new TextNormalizer(text).normalize();
  }

  public int length() {
    return length;
  }

  public char charAt(int position) {
    return chars[position];
  }

  /** Offset in the original text of the character at a position. */
  public int offset(int position) {
    return position >= length ? text.length() : offsets[position];
  }

  /** Whether a word ends at a position. */
  public boolean isBoundary(int position) {
    return position >= length || chars[position] == ' ';
  }

  /** The separators between the word that ends at a position and the next word. */
  public int gap(int position) {
    return position >= length ? EDGE : gaps[position];
  }

  /** The separators before the word that starts at a position. */
  public int gapBefore(int position) {
    return gap(position - 1);
  }

  /** Number of open brackets at a position. */
  public int depth(int position) {
    return position >= length || !brackets ? 0 : depths[position];
  }

  /** End of the word that starts at a position. */
  public int wordEnd(int position) {
    return position >= length ? length : Math.max(position, ends[position]);
  }

  /** Start of the word after the one that ends at a position. */
  public int nextWord(int position) {
    return Math.min(position + 1, length);
  }

  /** Start of the word before the one at a position. */
  public int previousWord(int position) {
    int i = Math.max(0, position - 1);
    while (i > 0 && chars[i - 1] != ' ') {
      i--;
    }
    return i;
  }

  /** Whether the word at a position equals a word. */
  public boolean isWord(int position, String word) {
    if (position >= length || chars[position] != word.charAt(0)) {
      return false;
    }
    int end = position + word.length();
    if (end > length || !isBoundary(end)) {
      return false;
    }
    for (int i = 1; i < word.length(); i++) {
      if (chars[position + i] != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Same as above for a char array. */
  boolean isWord(int position, char[] word) {
    int end = position + word.length;
    if (end > length || !isBoundary(end)) {
      return false;
    }
    for (int i = 1; i < word.length; i++) {
      if (chars[position + i] != word[i]) {
        return false;
      }
    }
    return chars[position] == word[0];
  }

  /** Position after a sequence of words at a position; -1 if other words are there. */
  public int afterWords(int position, String... words) {
    int at = position;
    for (String word : words) {
      if (at >= length || !isWord(at, word)) {
        return -1;
      }
      at = nextWord(at + word.length());
    }
    return at;
  }

  /** Value of the number of at most four digits at a position; -1 for any other word. */
  public int numberAt(int position) {
    int end = wordEnd(position);
    if (end == position || end - position > 4) {
      return -1;
    }
    int value = 0;
    for (int i = position; i < end; i++) {
      if (chars[i] < '0' || chars[i] > '9') {
        return -1;
      }
      value = value * 10 + chars[i] - '0';
    }
    return value;
  }

  public boolean startsWithDigit(int position) {
    return position < length && chars[position] >= '0' && chars[position] <= '9';
  }

  /** Whether the word at a position is printed with a capital or is a number. */
  public boolean isCapitalized(int position) {
    if (position >= length || chars[position] == ' ') {
      return false;
    }
    return !Character.isLowerCase(text.charAt(offsets[position]));
  }

  /** Offset just past a name in the original text, including the brackets that close in it. */
  public int textEnd(int start, int end) {
    int last = offsets[end - 1] + 1;
    if (last >= text.length()
        || !TextNormalizer.isIgnored(text.charAt(last)) && bracket(text.charAt(last)) >= 0) {
      return last;
    }
    int open = openBrackets(offsets[start], last);
    while (last < text.length() && belongsToName(text.charAt(last), open)) {
      open += bracket(text.charAt(last++));
    }
    return last;
  }

  private static boolean belongsToName(char c, int open) {
    return TextNormalizer.isIgnored(c) || open > 0 && bracket(c) < 0;
  }

  /** Number of brackets that are opened and not closed in a range of the original text. */
  private int openBrackets(int first, int last) {
    int open = 0;
    for (int i = first; brackets && i < last; i++) {
      open += bracket(text.charAt(i));
    }
    return open;
  }

  /** Offset of a name in the original text, including the bracket before it that it closes. */
  public int textStart(int start, int last) {
    int first = offsets[start];
    boolean opened = first > 0 && bracket(text.charAt(first - 1)) > 0;
    return opened && openBrackets(first, last) < 0 ? first - 1 : first;
  }

  private static int bracket(char c) {
    return c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
  }

  /** The name between two positions as printed. */
  public String printed(int start, int end) {
    return text.substring(offsets[start], textEnd(start, end));
  }

  /** Like {@link #printed}, with the full stop of an abbreviation. */
  public String printedWithFullStop(int start, int end) {
    int last = textEnd(start, end);
    boolean stopped = last < text.length() && text.charAt(last) == '.' && last + 1 < text.length();
    return text.substring(offsets[start], stopped ? last + 1 : last);
  }

  /** The normalized text without the blanks at its ends. */
  @Override
  public String toString() {
    return new String(chars, 0, length).strip();
  }
}
