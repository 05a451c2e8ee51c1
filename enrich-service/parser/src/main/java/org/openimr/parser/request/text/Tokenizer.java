package org.openimr.parser.request.text;

import java.util.Arrays;
import java.util.Set;

/** Splits a text into {@link Tokens} in one pass. */
final class Tokenizer {
  /** Estimate for the initial size of the arrays. */
  private static final int LETTERS_PER_WORD = 5;

  /** Words whose last s is not a plural s, although the rest is another word. */
  private static final Set<String> NOT_PLURAL = Set.of("tens", "pens");

  private final String text;
  private String[] normalized;
  private int[] starts;
  private int[] ends;
  private int count;

  Tokenizer(String text) {
    int size = text.length() / LETTERS_PER_WORD + 2;
    this.text = text;
    this.normalized = new String[size];
    this.starts = new int[size];
    this.ends = new int[size];
  }

  Tokens tokenize() {
    int at = 0;
    while (at < text.length()) {
      int end = tokenEnd(at);
      if (end > at) {
        add(at, end);
        at = afterPossessive(at, end);
      } else {
        at++;
      }
    }
    return new Tokens(text, normalized, starts, ends, count);
  }

  private void add(int start, int end) {
    if (count == normalized.length) {
      normalized = Arrays.copyOf(normalized, count * 2);
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    normalized[count] = normalize(start, end);
    starts[count] = start;
    ends[count++] = end;
  }

  private int tokenEnd(int at) {
    char first = text.charAt(at);
    if (first == '#' || first == '%') {
      return at + 1;
    }
    return isDigit(first) ? numberEnd(at) : lettersEnd(at);
  }

  private int lettersEnd(int at) {
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int numberEnd(int at) {
    int end = at;
    while (end < text.length() && (isDigit(text.charAt(end)) || isSeparatorInNumber(end))) {
      end++;
    }
    return end;
  }

  /** A decimal point before a digit, or a comma before exactly three digits. */
  private boolean isSeparatorInNumber(int at) {
    if (text.charAt(at) == '.') {
      return digitCount(at + 1) > 0;
    }
    return text.charAt(at) == ',' && digitCount(at + 1) == 3;
  }

  private int digitCount(int at) {
    int end = at;
    while (end < text.length() && end < at + 4 && isDigit(text.charAt(end))) {
      end++;
    }
    return end - at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private int afterPossessive(int start, int end) {
    boolean possessive =
        Character.isLetter(text.charAt(start))
            && end + 1 < text.length()
            && (text.charAt(end) == '\'' || text.charAt(end) == '’')
            && (text.charAt(end + 1) | 0x20) == 's'
            && lettersEnd(end + 1) == end + 2;
    return possessive ? end + 2 : end;
  }

  private String normalize(int start, int end) {
    String lower = lowerCase(start, end);
    return isPlural(lower) ? lower.substring(0, lower.length() - 1) : lower;
  }

  private String lowerCase(int start, int end) {
    int capital = start;
    while (capital < end && Character.toLowerCase(text.charAt(capital)) == text.charAt(capital)) {
      capital++;
    }
    return capital == end ? text.substring(start, end) : lowerCaseCopy(start, end);
  }

  private String lowerCaseCopy(int start, int end) {
    char[] lower = new char[end - start];
    for (int i = start; i < end; i++) {
      lower[i - start] = Character.toLowerCase(text.charAt(i));
    }
    return new String(lower);
  }

  private static boolean isPlural(String word) {
    int length = word.length();
    if (length < 4 || word.charAt(length - 1) != 's' || NOT_PLURAL.contains(word)) {
      return false;
    }
    char before = word.charAt(length - 2);
    return before != 's' && before != 'u' && before != 'i';
  }
}
