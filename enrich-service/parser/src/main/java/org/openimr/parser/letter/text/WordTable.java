package org.openimr.parser.letter.text;

/** A hash table of words, in which a word of a text is looked up without creating a string. */
public final class WordTable {
  private final String[] words;
  private final long[] bits;

  /** Creates a table for a number of words. */
  public WordTable(int maxWords) {
    int capacity = Integer.highestOneBit(Math.max(maxWords, 1)) * 4;
    words = new String[capacity];
    bits = new long[capacity];
  }

  /** Creates a table of different words in lower case, whose bits are their numbers, from 1. */
  public static WordTable of(String... words) {
    WordTable table = new WordTable(words.length);
    for (int k = 0; k < words.length; k++) {
      table.add(words[k], k + 1);
    }
    return table;
  }

  /** Adds bits to those of a word in lower case. */
  public void add(String word, long more) {
    int slot = slotOf(word, 0, word.length());
    words[slot] = word;
    bits[slot] |= more;
  }

  /** Returns the bits of the word between two offsets, of any case, or 0. */
  public long bitsOf(String text, int start, int end) {
    return bits[slotOf(text, start, end)];
  }

  private int slotOf(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + fold(text.charAt(i));
    }
    int slot = (hash ^ hash >>> 15) & words.length - 1;
    while (words[slot] != null && !isEqual(words[slot], text, start, end)) {
      slot = slot + 1 & words.length - 1;
    }
    return slot;
  }

  /** Returns whether a word in lower case is printed between two offsets, in any case. */
  public static boolean isEqual(String word, String text, int start, int end) {
    if (word.length() != end - start) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) != fold(text.charAt(start + i))) {
        return false;
      }
    }
    return true;
  }

  private static char fold(char c) {
    if (c >= 'a' && c <= 'z') {
      return c;
    }
    return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c == '\u2019' ? '\'' : c;
  }
}
