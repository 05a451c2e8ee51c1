package org.openimr.parser.request.text;

import java.util.Arrays;
import java.util.List;

/**
 * The tokens of a text, normalized so that different spellings are equal: in lower case, without a
 * plural s or possessive, letters and digits separated ({@code 20mg} is two tokens), {@code #} and
 * {@code %} as tokens. Takes linear time. Immutable.
 */
public final class Tokens {
  private final String text;
  private final String[] normalized;
  private final int[] starts;
  private final int[] ends;
  private final int size;

  /**
   * Takes ownership of the arrays; elements from index {@code size} on are ignored.
   *
   * @param normalized each token in its normalized form
   * @param starts offset of the first character of each token in the text
   * @param ends offset just past the last character of each token
   */
  Tokens(String text, String[] normalized, int[] starts, int[] ends, int size) {
    this.text = text;
    this.normalized = normalized;
    this.starts = starts;
    this.ends = ends;
    this.size = size;
  }

  public static Tokens of(String text) {
    return new Tokenizer(text).tokenize();
  }

  /** Number of tokens. */
  public int size() {
    return size;
  }

  /** All tokens in their normalized form, in the order of the text. */
  public List<String> toList() {
    return List.of(Arrays.copyOf(normalized, size));
  }

  /** The normalized token at an index; the empty string if the index is out of range. */
  public String get(int index) {
    return index >= 0 && index < size ? normalized[index] : "";
  }

  /** Whether a token is a number in digits; false if the index is out of range. */
  public boolean isNumber(int index) {
    char first = index >= 0 && index < size ? text.charAt(starts[index]) : 0;
    return first >= '0' && first <= '9';
  }

  /** Offset of the first character of a token in the text. */
  int start(int index) {
    return starts[index];
  }

  /** Offset just past the last character of a token. */
  int end(int index) {
    return ends[index];
  }

  /** The text from the first to the last token, both included, as printed. */
  public String printed(int first, int last) {
    return text.substring(starts[first], ends[last]);
  }

  /** Whether only the given characters, or none, are between a token and the next. */
  public boolean isJoinedBy(int index, String characters) {
    if (index < 0 || index + 1 >= size) {
      return false;
    }
    for (int i = ends[index]; i < starts[index + 1]; i++) {
      if (characters.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether only the given signs and blanks, at least one of the signs, are between two tokens. */
  public boolean isLinkedBy(int index, String signs) {
    if (index < 0 || index + 1 >= size) {
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
