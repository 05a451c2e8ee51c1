package org.openimr.parser.request.text;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;

/** Cuts a text into {@link Tokens}, from its first character to its last. */
final class Tokenizer {
  private static final int LETTERS_PER_WORD = 5;

  /** Words that end in an s of their own and would else be read as a plural of something else. */
  private static final Set<String> NO_PLURALS = Set.of("tens", "pens");

  /** The words of one character, the very strings that readers compare with. */
  private static final String[] SINGLE =
      IntStream.range(0, 128)
          .mapToObj(c -> String.valueOf(Character.toLowerCase((char) c)).intern())
          .toArray(String[]::new);

  private final String text;
  private String[] folded;
  private int[] starts;
  private int[] ends;
  private int count;

  Tokenizer(String text) {
    int words = text.length() / LETTERS_PER_WORD + 2;
    this.text = text;
    this.folded = new String[words];
    this.starts = new int[words];
    this.ends = new int[words];
  }

  Tokens tokenize() {
    int at = 0;
    while (at < text.length()) {
      int end = endOfWord(at);
      if (end > at) {
        add(at, end);
        at = afterPossessive(at, end);
      } else {
        at++;
      }
    }
    return new Tokens(text, folded, starts, ends, count);
  }

  private void add(int start, int end) {
    if (count == folded.length) {
      folded = Arrays.copyOf(folded, count * 2);
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
    }
    folded[count] = fold(start, end);
    starts[count] = start;
    ends[count++] = end;
  }

  private int endOfWord(int at) {
    char first = text.charAt(at);
    if (first == '#' || first == '%') {
      return at + 1;
    }
    return isDigit(first) ? endOfNumber(at) : endOfLetters(at);
  }

  private int endOfLetters(int at) {
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private int endOfNumber(int at) {
    int end = at;
    while (end < text.length() && (isDigit(text.charAt(end)) || isPointInNumber(end))) {
      end++;
    }
    return end;
  }

  /** A point between digits, or a comma before exactly three of them. */
  private boolean isPointInNumber(int at) {
    if (text.charAt(at) == '.') {
      return digitsFrom(at + 1) > 0;
    }
    return text.charAt(at) == ',' && digitsFrom(at + 1) == 3;
  }

  private int digitsFrom(int at) {
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
            && endOfLetters(end + 1) == end + 2;
    return possessive ? end + 2 : end;
  }

  private String fold(int start, int end) {
    if (end == start + 1 && text.charAt(start) < SINGLE.length) {
      return SINGLE[text.charAt(start)];
    }
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
    if (length < 4 || word.charAt(length - 1) != 's' || NO_PLURALS.contains(word)) {
      return false;
    }
    char before = word.charAt(length - 2);
    return before != 's' && before != 'u' && before != 'i';
  }
}
