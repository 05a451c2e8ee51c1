package org.openimr.enrich.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The words of a text, folded so that spellings of one thing are equal: lower case, no plural s, no
 * possessive, letters and digits apart ({@code 20mg} is two words), {@code #} and {@code %} words
 * of their own. One pass over the text, in linear time.
 *
 * @param text what was read
 * @param words the folded words in the text's order
 * @param lastAmount the amount that was read last: one reader after the other asks for it
 */
record Words(String text, List<Word> words, LastAmount lastAmount) {

  /**
   * @param folded the word as it is compared
   * @param start offset of its first character in the text
   * @param end offset behind its last character
   */
  record Word(String folded, int start, int end) {
    boolean isNumber() {
      return Character.isDigit(folded.charAt(0));
    }
  }

  /** Words that end in an s of their own and would else be read as a plural of something else. */
  private static final Set<String> NO_PLURALS = Set.of("tens", "pens");

  /** The words of one character. */
  private static final String[] SINGLE =
      IntStream.range(0, 128)
          .mapToObj(c -> String.valueOf(Character.toLowerCase((char) c)))
          .toArray(String[]::new);

  static Words of(String text) {
    List<Word> words = new ArrayList<>(16);
    int at = 0;
    while (at < text.length()) {
      int end = endOfWord(text, at);
      if (end > at) {
        words.add(new Word(fold(text, at, end), at, end));
        at = behindPossessive(text, at, end);
      } else {
        at++;
      }
    }
    return new Words(text, words, new LastAmount());
  }

  int count() {
    return words.size();
  }

  Word at(int index) {
    return words.get(index);
  }

  /** The folded word at the place, or the empty string outside of the text. */
  String foldedAt(int index) {
    return index >= 0 && index < words.size() ? words.get(index).folded() : "";
  }

  /** What is printed from one word to another, both included. */
  String printed(int first, int last) {
    return text.substring(words.get(first).start(), words.get(last).end());
  }

  /** Whether nothing but the given characters stands between a word and the next. */
  boolean joinedBy(int index, String characters) {
    if (index < 0 || index + 1 >= words.size()) {
      return false;
    }
    for (int i = words.get(index).end(); i < words.get(index + 1).start(); i++) {
      if (characters.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of the signs, and besides them only blanks, stands between a word and the next. */
  boolean linkedBy(int index, String signs) {
    if (index < 0 || index + 1 >= words.size()) {
      return false;
    }
    boolean linked = false;
    for (int i = words.get(index).end(); i < words.get(index + 1).start(); i++) {
      boolean sign = text.charAt(i) != ' ';
      if (sign && signs.indexOf(text.charAt(i)) < 0) {
        return false;
      }
      linked |= sign;
    }
    return linked;
  }

  private static int endOfWord(String text, int at) {
    char first = text.charAt(at);
    if (first == '#' || first == '%') {
      return at + 1;
    }
    return isDigit(first) ? endOfNumber(text, at) : endOfLetters(text, at);
  }

  private static int endOfLetters(String text, int at) {
    int end = at;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int endOfNumber(String text, int at) {
    int end = at;
    while (end < text.length() && (isDigit(text.charAt(end)) || isPointInNumber(text, end))) {
      end++;
    }
    return end;
  }

  /** A point between digits, or a comma before exactly three of them. */
  private static boolean isPointInNumber(String text, int at) {
    if (text.charAt(at) == '.') {
      return digitsFrom(text, at + 1) > 0;
    }
    return text.charAt(at) == ',' && digitsFrom(text, at + 1) == 3;
  }

  private static int digitsFrom(String text, int at) {
    int end = at;
    while (end < text.length() && end < at + 4 && isDigit(text.charAt(end))) {
      end++;
    }
    return end - at;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int behindPossessive(String text, int start, int end) {
    boolean possessive =
        Character.isLetter(text.charAt(start))
            && end + 1 < text.length()
            && (text.charAt(end) == '\'' || text.charAt(end) == '’')
            && (text.charAt(end + 1) | 0x20) == 's'
            && endOfLetters(text, end + 1) == end + 2;
    return possessive ? end + 2 : end;
  }

  private static String fold(String text, int start, int end) {
    if (end == start + 1 && text.charAt(start) < SINGLE.length) {
      return SINGLE[text.charAt(start)];
    }
    String lower = lowerCase(text, start, end);
    return isPlural(lower) ? lower.substring(0, lower.length() - 1) : lower;
  }

  private static String lowerCase(String text, int start, int end) {
    char[] folded = new char[end - start];
    for (int i = start; i < end; i++) {
      folded[i - start] = Character.toLowerCase(text.charAt(i));
    }
    return new String(folded);
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
