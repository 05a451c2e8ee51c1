package org.openimr.parser.citation.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A small set of words, indexed by first letter because it is tested at most positions of a text.
 */
public final class WordSet {
  private final char[][][] byFirstLetter = new char[128][][];

  private WordSet(String[] words) {
    Map<Character, List<String>> sorted =
        Arrays.stream(words).collect(Collectors.groupingBy(word -> word.charAt(0)));
    sorted.forEach(
        (letter, group) ->
            byFirstLetter[letter] = group.stream().map(String::toCharArray).toArray(char[][]::new));
  }

  /** Creates a set from words in lower case, separated by blanks. */
  public static WordSet of(String list) {
    return new WordSet(list.split(" "));
  }

  /** Whether the word at a position is in the set. */
  public boolean matchesAt(NormalizedText text, int position) {
    char first = position < text.length() ? text.charAt(position) : 0;
    char[][] words = first < byFirstLetter.length ? byFirstLetter[first] : null;
    if (words == null) {
      return false;
    }
    for (char[] word : words) {
      if (text.isWord(position, word)) {
        return true;
      }
    }
    return false;
  }
}
