package org.openimr.parser.citation.text;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A few words that are looked for at many places: most are ruled out by their first letter. */
public final class WordSet {
  private final char[][][] byFirstLetter = new char[128][][];

  private WordSet(String[] words) {
    Map<Character, List<String>> sorted =
        Arrays.stream(words).collect(Collectors.groupingBy(word -> word.charAt(0)));
    sorted.forEach(
        (letter, own) ->
            byFirstLetter[letter] = own.stream().map(String::toCharArray).toArray(char[][]::new));
  }

  /** The words of a list, lower case and a blank apart. */
  public static WordSet of(String list) {
    return new WordSet(list.split(" "));
  }

  /** Whether the word at {@code position} is one of them. */
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
