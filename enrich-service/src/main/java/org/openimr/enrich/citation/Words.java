package org.openimr.enrich.citation;

/** A few words that are looked for at many places: most are ruled out by their first letter. */
final class Words {
  private final String[] words;
  private final long firstLetters;

  private Words(String[] words) {
    this.words = words;
    long letters = 0;
    for (String word : words) {
      letters |= bit(word.charAt(0));
    }
    this.firstLetters = letters;
  }

  /** The words of a list, lower case and a blank apart. */
  static Words of(String list) {
    return new Words(list.split(" "));
  }

  private static long bit(char c) {
    return 1L << (c & 63);
  }

  /** Whether the word at {@code position} is one of them. */
  boolean at(Folded text, int position) {
    if (position >= text.length() || (firstLetters & bit(text.at(position))) == 0) {
      return false;
    }
    for (String word : words) {
      if (text.word(position, word)) {
        return true;
      }
    }
    return false;
  }
}
