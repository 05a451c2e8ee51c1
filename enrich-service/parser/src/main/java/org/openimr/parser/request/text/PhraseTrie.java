package org.openimr.parser.request.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Phrases and what each means, as a tree of folded words. A phrase's word {@code {n}} stands for
 * any number. Not changed once built, so that many threads may read it.
 *
 * @param <T> what a phrase means
 */
public final class PhraseTrie<T> {
  private static final String ANY_NUMBER = "{n}";

  /**
   * @param meaning what was found
   * @param length words that it takes
   */
  public record Match<T>(T meaning, int length) {}

  private static final class Node<T> {
    private final Map<String, Node<T>> next = new HashMap<>();
    private Node<T> anyNumber;
    private T meaning;

    private Node<T> stepOrNew(String word) {
      if (!word.equals(ANY_NUMBER)) {
        return next.computeIfAbsent(word, w -> new Node<>());
      }
      anyNumber = anyNumber == null ? new Node<>() : anyNumber;
      return anyNumber;
    }
  }

  private final Node<T> root = new Node<>();

  /**
   * @throws IllegalArgumentException if the phrase has no words or means something else already
   */
  public void add(String phrase, T meaning) {
    Node<T> node = root;
    for (String word : foldedPhrase(phrase)) {
      node = node.stepOrNew(word);
    }
    if (node == root) {
      throw new IllegalArgumentException("A phrase without words");
    }
    if (node.meaning != null && !node.meaning.equals(meaning)) {
      throw new IllegalArgumentException(
          "'" + phrase + "' means both " + node.meaning + " and " + meaning);
    }
    node.meaning = meaning;
  }

  /** The longest phrase that starts at the word. */
  public Optional<Match<T>> findLongestAt(Tokens words, int start) {
    return Optional.ofNullable(longest(root, words, start, start, null));
  }

  private static <T> Match<T> longest(
      Node<T> node, Tokens words, int start, int at, Match<T> best) {
    Match<T> found = node.meaning == null ? best : new Match<>(node.meaning, at - start);
    if (at == words.count()) {
      return found;
    }
    Match<T> byWord = further(node.next.get(words.foldedAt(at)), words, start, at, found);
    return words.isNumber(at) ? further(node.anyNumber, words, start, at, byWord) : byWord;
  }

  private static <T> Match<T> further(
      Node<T> next, Tokens words, int start, int at, Match<T> best) {
    if (next == null) {
      return best;
    }
    Match<T> found = longest(next, words, start, at + 1, null);
    return found == null || best != null && best.length() >= found.length() ? best : found;
  }

  private static String[] foldedPhrase(String phrase) {
    String[] parts = phrase.strip().split("\\{n\\}", -1);
    StringBuilder folded = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      Tokens.of(parts[i]).folded().forEach(word -> folded.append(word).append(' '));
      folded.append(i + 1 < parts.length ? ANY_NUMBER + " " : "");
    }
    return folded.isEmpty() ? new String[0] : folded.toString().strip().split(" ");
  }
}
