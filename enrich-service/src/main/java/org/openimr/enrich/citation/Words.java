package org.openimr.enrich.citation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A few words that are looked for at many places: most are ruled out by their first letter. */
final class Words {
  private final char[][][] byFirstLetter = new char[128][][];

  private Words(String[] words) {
    Map<Character, List<String>> sorted =
        Arrays.stream(words).collect(Collectors.groupingBy(word -> word.charAt(0)));
    sorted.forEach(
        (letter, own) ->
            byFirstLetter[letter] = own.stream().map(String::toCharArray).toArray(char[][]::new));
  }

  /** The words of a list, lower case and a blank apart. */
  static Words of(String list) {
    return new Words(list.split(" "));
  }

  /** Whether the word at {@code position} is one of them. */
  boolean at(Folded text, int position) {
    char first = position < text.length() ? text.at(position) : 0;
    char[][] words = first < byFirstLetter.length ? byFirstLetter[first] : null;
    if (words == null) {
      return false;
    }
    for (char[] word : words) {
      if (text.word(position, word)) {
        return true;
      }
    }
    return false;
  }
}
