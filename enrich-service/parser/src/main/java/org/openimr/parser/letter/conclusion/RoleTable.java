package org.openimr.parser.letter.conclusion;

/** A hash table of words with their roles that is searched without creating strings. */
final class RoleTable {
  private static final int CAPACITY = 4096;

  private final String[] words = new String[CAPACITY];
  private final long[] roles = new long[CAPACITY];

  /** Adds roles to a word in lower case. */
  void add(String word, long bits) {
    int slot = slotOf(word, 0, word.length());
    words[slot] = word;
    roles[slot] |= bits;
  }

  /** Returns the roles of the word between two offsets, of any case. */
  long rolesOf(String text, int start, int end) {
    return roles[slotOf(text, start, end)];
  }

  private int slotOf(String text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + fold(text.charAt(i));
    }
    int slot = (hash ^ hash >>> 15) & CAPACITY - 1;
    while (words[slot] != null && !isEqual(words[slot], text, start, end)) {
      slot = slot + 1 & CAPACITY - 1;
    }
    return slot;
  }

  /** Returns whether a word in lower case is printed between two offsets, in any case. */
  static boolean isEqual(String word, String text, int start, int end) {
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
