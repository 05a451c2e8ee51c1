package org.openimr.parser.citation.text;

import java.util.Arrays;

/** Builds a {@link NormalizedText} in one pass. */
final class TextNormalizer {
  /** The lower case of ASCII letters and digits; 0 for all other characters. */
  private static final char[] LOWER_CASE = lowerCase();

  private final String text;
  private char[] chars;
  private int[] offsets;
  private short[] gaps;
  private short[] depths = {};
  private int[] ends;
  private int wordStart;
  private int length;
  private int depth;
  private boolean brackets;

  TextNormalizer(String text) {
    int size = text.length() + 16;
    this.text = text;
    this.chars = new char[size];
    this.offsets = new int[size];
    this.gaps = new short[size];
    this.ends = new int[size];
  }

  NormalizedText normalize() {
    put(' ', 0);
    gaps[0] = NormalizedText.EDGE;
    wordStart = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char lower = c < LOWER_CASE.length ? LOWER_CASE[c] : 0;
      if (lower != 0) {
        put(lower, i);
      } else if (c == ' ') {
        addGap(i, NormalizedText.BLANK);
      } else if (c == '&') {
        ampersand(i);
      } else if (Character.isLetterOrDigit(c) || isDecimalPoint(i, c)) {
        put(Character.toLowerCase(c), i);
      } else if (!isIgnored(c)) {
        separator(c, i);
      }
    }
    separator(' ', text.length());
    gaps[length - 1] |= NormalizedText.EDGE;
    return new NormalizedText(text, chars, offsets, gaps, depths, ends, length, brackets);
  }

  private static char[] lowerCase() {
    char[] lower = new char[128];
    for (char c = 0; c < lower.length; c++) {
      lower[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
    }
    return lower;
  }

  private boolean isDecimalPoint(int i, char c) {
    return c == '.' && isDigit(i - 1) && isDigit(i + 1);
  }

  private boolean isDigit(int i) {
    return i >= 0 && i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  /** Whether a character is dropped. */
  static boolean isIgnored(char c) {
    return c == '\'' || c == '\u2019' || c == '\u00ae' || c == '\u2122' || c == '\u00ad';
  }

  private void ampersand(int i) {
    ensureCapacity(i);
    separator(' ', i);
    put('a', i);
    put('n', i);
    put('d', i);
    separator(' ', i + 1);
  }

  private void put(char c, int i) {
    chars[length] = c;
    offsets[length] = i;
    if (depth > 0) {
      depths[length] = (short) depth;
    }
    length++;
  }

  /** Grows the arrays for the expansion of an ampersand and all remaining characters. */
  private void ensureCapacity(int i) {
    int size = length + text.length() - i + 16;
    if (size > chars.length) {
      chars = Arrays.copyOf(chars, size * 2);
      offsets = Arrays.copyOf(offsets, size * 2);
      gaps = Arrays.copyOf(gaps, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      depths = Arrays.copyOf(depths, depths.length == 0 ? 0 : size * 2);
    }
  }

  private void separator(char c, int i) {
    int flag = flag(c, i);
    if ((flag & (NormalizedText.OPEN | NormalizedText.CLOSE)) != 0) {
      brackets = true;
      depths = depths.length == 0 ? new short[chars.length] : depths;
    }
    if (flag == NormalizedText.OPEN && depth < Short.MAX_VALUE) {
      depth++;
    } else if (flag == NormalizedText.CLOSE && depth > 0) {
      depth--;
    }
    addGap(i, flag);
  }

  private void addGap(int i, int flag) {
    if (chars[length - 1] != ' ') {
      ends[wordStart] = length;
      put(' ', i);
      wordStart = length;
    }
    gaps[length - 1] |= (short) flag;
    if (brackets) {
      depths[length - 1] = (short) depth;
    }
  }

  private int flag(char c, int i) {
    return switch (c) {
      case ',' -> NormalizedText.COMMA;
      case ';' -> NormalizedText.SEMICOLON;
      case ':' -> NormalizedText.COLON;
      case '(', '[' -> NormalizedText.OPEN;
      case ')', ']' -> NormalizedText.CLOSE;
      case '/' -> NormalizedText.SLASH;
      case '.' ->
          isBlank(i + 1) || i > 0 && text.charAt(i - 1) == ')' ? NormalizedText.FULL_STOP : 0;
      case '-', '\u2013', '\u2014' -> isBlank(i - 1) || isBlank(i + 1) ? NormalizedText.DASH : 0;
      default -> c <= ' ' || c == '\u00a0' ? NormalizedText.BLANK : 0;
    };
  }

  private boolean isBlank(int i) {
    return i < 0 || i >= text.length() || text.charAt(i) <= ' ';
  }
}
