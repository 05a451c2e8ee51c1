package org.openimr.parser.letter.text;

import java.util.Locale;

/** Walks over the words of one sentence. */
public final class WordCursor {
  private static final int MAX_LENGTH = 40;

  private final String text;
  private int at;
  private boolean ended;
  private String word = "";

  public WordCursor(String text, int from) {
    this.text = text;
    this.at = from;
  }

  /** Steps to the next word; false at the end of the sentence. */
  public boolean advance() {
    if (ended) {
      return false;
    }
    int start = at;
    while (start < text.length() && !wordPart(text.charAt(start))) {
      ended |= text.charAt(start) == '.';
      start++;
    }
    int end = start;
    while (end < text.length() && wordPart(text.charAt(end)) && end - start < MAX_LENGTH) {
      end++;
    }
    at = end;
    if (ended || start == end) {
      return false;
    }
    word = text.substring(start, end).toLowerCase(Locale.ROOT);
    return true;
  }

  /** The word stepped to, in lower case. */
  public String word() {
    return word;
  }

  /** Where the word that ends at an offset starts; looks no further back than a word is long. */
  public static int wordStart(String text, int end) {
    int start = end;
    while (start > 0 && end - start < MAX_LENGTH && text.charAt(start - 1) > ' ') {
      start--;
    }
    return start;
  }

  /** The word between two offsets in lower case, without commas and the like around it. */
  public static String stripPunctuation(String text, int start, int end) {
    int to = end;
    while (to > start && ",;:".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(start, to).toLowerCase(Locale.ROOT);
  }

  private static boolean wordPart(char c) {
    return Character.isLetter(c) || c == '/' || c == '\'';
  }
}
