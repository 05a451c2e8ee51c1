package org.openimr.enrich.citation;

import java.util.Arrays;

/** Folds a text, once, from its first character to its last. */
final class Folding {
  /** ASCII letters and digits as they are compared, 0 for all else. */
  private static final char[] PLAIN = plain();

  private final String text;
  private char[] chars;
  private int[] at;
  private short[] gaps;
  private short[] depths = {};
  private int[] ends;
  private int wordStart;
  private int length;
  private int depth;
  private boolean brackets;

  Folding(String text) {
    int size = text.length() + 16;
    this.text = text;
    this.chars = new char[size];
    this.at = new int[size];
    this.gaps = new short[size];
    this.ends = new int[size];
  }

  Folded fold() {
    put(' ', 0);
    gaps[0] = Folded.EDGE;
    wordStart = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char plain = c < PLAIN.length ? PLAIN[c] : 0;
      if (plain != 0) {
        put(plain, i);
      } else if (c == ' ') {
        blank(i, Folded.BLANK);
      } else if (c == '&') {
        ampersand(i);
      } else if (Character.isLetterOrDigit(c) || decimal(i, c)) {
        put(Character.toLowerCase(c), i);
      } else if (!silent(c)) {
        gap(c, i);
      }
    }
    gap(' ', text.length());
    gaps[length - 1] |= Folded.EDGE;
    return new Folded(text, chars, at, gaps, depths, ends, length, brackets);
  }

  private static char[] plain() {
    char[] plain = new char[128];
    for (char c = 0; c < plain.length; c++) {
      plain[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
    }
    return plain;
  }

  private boolean decimal(int i, char c) {
    return c == '.' && digit(i - 1) && digit(i + 1);
  }

  private boolean digit(int i) {
    return i >= 0 && i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  /** Whether a character is left out where names are compared. */
  static boolean silent(char c) {
    return c == '\'' || c == '\u2019' || c == '\u00ae' || c == '\u2122' || c == '\u00ad';
  }

  private void ampersand(int i) {
    makeRoom(i);
    gap(' ', i);
    put('a', i);
    put('n', i);
    put('d', i);
    gap(' ', i + 1);
  }

  private void put(char c, int i) {
    chars[length] = c;
    at[length] = i;
    if (depth > 0) {
      depths[length] = (short) depth;
    }
    length++;
  }

  /** Makes room for what stands for an ampersand and for a character for each that is left. */
  private void makeRoom(int i) {
    int size = length + text.length() - i + 16;
    if (size > chars.length) {
      chars = Arrays.copyOf(chars, size * 2);
      at = Arrays.copyOf(at, size * 2);
      gaps = Arrays.copyOf(gaps, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
      depths = Arrays.copyOf(depths, depths.length == 0 ? 0 : size * 2);
    }
  }

  private void gap(char c, int i) {
    int flag = flag(c, i);
    if ((flag & (Folded.OPEN | Folded.CLOSE)) != 0) {
      brackets = true;
      depths = depths.length == 0 ? new short[chars.length] : depths;
    }
    if (flag == Folded.OPEN && depth < Short.MAX_VALUE) {
      depth++;
    } else if (flag == Folded.CLOSE && depth > 0) {
      depth--;
    }
    blank(i, flag);
  }

  private void blank(int i, int flag) {
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
      case ',' -> Folded.COMMA;
      case ';' -> Folded.SEMICOLON;
      case ':' -> Folded.COLON;
      case '(', '[' -> Folded.OPEN;
      case ')', ']' -> Folded.CLOSE;
      case '/' -> Folded.SLASH;
      case '.' -> blank(i + 1) || i > 0 && text.charAt(i - 1) == ')' ? Folded.STOP : 0;
      case '-', '\u2013', '\u2014' -> blank(i - 1) || blank(i + 1) ? Folded.DASH : 0;
      default -> c <= ' ' || c == '\u00a0' ? Folded.BLANK : 0;
    };
  }

  private boolean blank(int i) {
    return i < 0 || i >= text.length() || text.charAt(i) <= ' ';
  }
}
