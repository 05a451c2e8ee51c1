package org.openimr.parser.letter.text;

import java.util.Locale;

/** Iterates over the words of one sentence. */
public final class WordCursor {
  private static final int MAX_LENGTH = 40;

  private final String text;
  private int at;
  private boolean ended;
  private String word = "";

  /** Creates a cursor before the first word from an offset on. */
  public WordCursor(String text, int from) {
    this.text = text;
    this.at = from;
  }

  /** Moves to the next word. Returns false at the end of the sentence. */
  public boolean advance() {
    if (ended) {
      return false;
    }
    int start = at;
    while (start < text.length() && !isWordPart(text.charAt(start))) {
      ended |= text.charAt(start) == '.';
      start++;
    }
    int end = start;
    while (end < text.length() && isWordPart(text.charAt(end)) && end - start < MAX_LENGTH) {
      end++;
    }
    at = end;
    if (ended || start == end) {
      return false;
    }
    word = text.substring(start, end).toLowerCase(Locale.ROOT);
    return true;
  }

  /** Returns the current word in lower case. */
  public String word() {
    return word;
  }

  /** Returns the start of the word that ends at an offset, at most {@code MAX_LENGTH} before it. */
  public static int wordStart(String text, int end) {
    int start = end;
    while (start > 0 && end - start < MAX_LENGTH && text.charAt(start - 1) > ' ') {
      start--;
    }
    return start;
  }

  /** Returns the word between two offsets in lower case, without trailing commas and colons. */
  public static String stripPunctuation(String text, int start, int end) {
    int to = end;
    while (to > start && ",;:".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(start, to).toLowerCase(Locale.ROOT);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetter(c) || c == '/' || c == '\'';
  }
}
