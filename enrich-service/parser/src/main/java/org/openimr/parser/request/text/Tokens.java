package org.openimr.parser.request.text;

import java.util.Arrays;
import java.util.List;

/**
 * The words of a text, folded so that spellings of one thing are equal: lower case, no plural s, no
 * possessive, letters and digits apart ({@code 20mg} is two words), {@code #} and {@code %} words
 * of their own. One pass over the text, in linear time. For the one thread that reads a text.
 */
public final class Tokens {
  private final String text;
  private final String[] folded;
  private final int[] starts;
  private final int[] ends;
  private final int count;
  private final NumberRangeCache numberCache = new NumberRangeCache();

  /**
   * Takes the arrays over; what lies behind {@code count} counts for nothing.
   *
   * @param folded each word as it is compared
   * @param starts offsets of their first characters in the text
   * @param ends offsets behind their last characters
   */
  Tokens(String text, String[] folded, int[] starts, int[] ends, int count) {
    this.text = text;
    this.folded = folded;
    this.starts = starts;
    this.ends = ends;
    this.count = count;
  }

  public static Tokens of(String text) {
    return new Tokenizer(text).tokenize();
  }

  public int count() {
    return count;
  }

  /** All words as they are compared, in the text's order. */
  public List<String> folded() {
    return List.of(Arrays.copyOf(folded, count));
  }

  /** The folded word at the place, or the empty string outside of the text. */
  public String foldedAt(int index) {
    return index >= 0 && index < count ? folded[index] : "";
  }

  /** Whether a number is printed in digits at the place; false outside of the text. */
  public boolean isNumber(int index) {
    char first = index >= 0 && index < count ? text.charAt(starts[index]) : 0;
    return first >= '0' && first <= '9';
  }

  /** Offset of the word's first character in the text. */
  int start(int index) {
    return starts[index];
  }

  /** Offset behind the word's last character. */
  int end(int index) {
    return ends[index];
  }

  /** The amount that starts at the place; one reader after the other asks for it. */
  NumberRangeCache numberCache() {
    return numberCache;
  }

  /** What is printed from one word to another, both included. */
  public String printed(int first, int last) {
    return text.substring(starts[first], ends[last]);
  }

  /** Whether nothing but the given characters stands between a word and the next. */
  public boolean isJoinedBy(int index, String characters) {
    if (index < 0 || index + 1 >= count) {
      return false;
    }
    for (int i = ends[index]; i < starts[index + 1]; i++) {
      if (characters.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether one of the signs, and besides them only blanks, stands between a word and the next. */
  public boolean isLinkedBy(int index, String signs) {
    if (index < 0 || index + 1 >= count) {
      return false;
    }
    boolean linked = false;
    for (int i = ends[index]; i < starts[index + 1]; i++) {
      boolean sign = text.charAt(i) != ' ';
      if (sign && signs.indexOf(text.charAt(i)) < 0) {
        return false;
      }
      linked |= sign;
    }
    return linked;
  }
}
