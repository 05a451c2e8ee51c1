package org.openimr.parser.citation.text;

/**
 * A text as names are compared: lower case, words one blank apart, {@code &} as {@code and},
 * apostrophes and trade marks dropped. What stood between two words is kept as a set of flags, and
 * each character knows where it stood in the text. There is a blank before the first word and
 * behind the last.
 */
public final class NormalizedText {
  public static final int BLANK = 1;
  public static final int COMMA = 2;
  public static final int SEMICOLON = 4;
  public static final int COLON = 8;
  public static final int STOP = 16;
  public static final int OPEN = 32;
  public static final int CLOSE = 64;
  public static final int SLASH = 128;
  public static final int DASH = 256;
  static final int EDGE = 512;

  /** Any flag at which a name may end. */
  public static final int NAME_END =
      COMMA | SEMICOLON | COLON | STOP | OPEN | CLOSE | SLASH | DASH | EDGE;

  private final String text;
  private final char[] chars;
  private final int[] charAt;
  private final short[] gaps;
  private final short[] depths;
  private final int[] ends;
  private final int length;
  private final boolean brackets;

  /**
   * Takes the arrays over.
   *
   * @param at where each character stands in the text
   * @param gaps for each blank what stands there in the text
   * @param depths how many parentheses are open, where there are brackets
   * @param ends for the start of each word where it ends
   * @param brackets whether there are any
   */
  NormalizedText(
      String text,
      char[] chars,
      int[] at,
      short[] gaps,
      short[] depths,
      int[] ends,
      int length,
      boolean brackets) {
    this.text = text;
    this.chars = chars;
    this.charAt = at;
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

  /** Whether the word or name that ends before {@code position} ends there. */
  public boolean isBoundary(int position) {
    return position >= length || chars[position] == ' ';
  }

  /** What stands between the word that ends at {@code position} and the next. */
  public int gap(int position) {
    return position >= length ? EDGE : gaps[position];
  }

  /** What stands before the word that starts at {@code position}. */
  public int gapBefore(int position) {
    return gap(position - 1);
  }

  /** How many parentheses are open at {@code position}. */
  public int depth(int position) {
    return position >= length || !brackets ? 0 : depths[position];
  }

  /** Where the word that starts at {@code position} ends. */
  public int wordEnd(int position) {
    return position >= length ? length : Math.max(position, ends[position]);
  }

  /** Where the word behind the one that ends at {@code position} starts. */
  public int nextWord(int position) {
    return Math.min(position + 1, length);
  }

  /** Where the word before the one at {@code position} starts. */
  public int previousWord(int position) {
    int i = Math.max(0, position - 1);
    while (i > 0 && chars[i - 1] != ' ') {
      i--;
    }
    return i;
  }

  /** Whether the word at {@code position} is this one. */
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

  /** The same. */
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

  /** Where the text goes on behind these words at {@code position}, or -1 if it has others. */
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

  /** The number that the word at {@code position} is, or -1. */
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

  /** Whether the word at {@code position} is printed with a capital or is a number. */
  public boolean isCapitalized(int position) {
    if (position >= length || chars[position] == ' ') {
      return false;
    }
    return !Character.isLowerCase(text.charAt(charAt[position]));
  }

  /** Where the name from {@code start} to {@code end} ends in the text, its own brackets closed. */
  public int textEnd(int start, int end) {
    int last = charAt[end - 1] + 1;
    if (last >= text.length()
        || !TextNormalizer.isIgnored(text.charAt(last)) && bracket(text.charAt(last)) >= 0) {
      return last;
    }
    int open = open(charAt[start], last);
    while (last < text.length() && belongs(text.charAt(last), open)) {
      open += bracket(text.charAt(last++));
    }
    return last;
  }

  private static boolean belongs(char c, int open) {
    return TextNormalizer.isIgnored(c) || open > 0 && bracket(c) < 0;
  }

  /** How many brackets are opened and not closed from {@code first} to {@code last}. */
  private int open(int first, int last) {
    int open = 0;
    for (int i = first; brackets && i < last; i++) {
      open += bracket(text.charAt(i));
    }
    return open;
  }

  /** Where a name that starts at {@code start} starts in the text with the bracket it closes. */
  public int textStart(int start, int last) {
    int first = charAt[start];
    boolean opened = first > 0 && bracket(text.charAt(first - 1)) > 0;
    return opened && open(first, last) < 0 ? first - 1 : first;
  }

  private static int bracket(char c) {
    return c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
  }

  /** The name from {@code start} to {@code end} as printed. */
  public String printed(int start, int end) {
    return text.substring(charAt[start], textEnd(start, end));
  }

  /** The same with the full stop of an abbreviation. */
  public String printedWithFullStop(int start, int end) {
    int last = textEnd(start, end);
    boolean stopped = last < text.length() && text.charAt(last) == '.' && last + 1 < text.length();
    return text.substring(charAt[start], stopped ? last + 1 : last);
  }

  /** The text as folded, without the blanks at its ends. */
  @Override
  public String toString() {
    return new String(chars, 0, length).strip();
  }
}
