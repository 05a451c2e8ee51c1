package org.openimr.parser.request.text;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Phrases and their meanings, as a trie of normalized tokens. The token {@code {n}} of a phrase
 * matches any number. Thread-safe for lookups once all phrases are added.
 *
 * @param <T> type of the meanings
 */
public final class PhraseTrie<T> {
  private static final String ANY_NUMBER = "{n}";

  /**
   * A phrase found in a text.
   *
   * @param length number of tokens that it spans
   */
  public record PhraseMatch<T>(T meaning, int length) {}

  private static final class Node<T> {
    private final Map<String, Node<T>> next = new HashMap<>();
    private @Nullable Node<T> anyNumber;
    private @Nullable T meaning;

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
   * Adds a phrase.
   *
   * @throws IllegalArgumentException if the phrase has no tokens or already has another meaning
   */
  public void add(String phrase, T meaning) {
    Node<T> node = root;
    for (String word : normalize(phrase)) {
      node = node.stepOrNew(word);
    }
    if (node == root) {
      throw new IllegalArgumentException("The phrase '" + phrase + "' has no words");
    }
    if (node.meaning != null && !node.meaning.equals(meaning)) {
      throw new IllegalArgumentException(
          "'" + phrase + "' means both " + node.meaning + " and " + meaning);
    }
    node.meaning = meaning;
  }

  /** The longest phrase that starts at a token. */
  public Optional<PhraseMatch<T>> findLongestAt(Tokens tokens, int start) {
    return Optional.ofNullable(longest(root, tokens, start, start, null));
  }

  private static <T> @Nullable PhraseMatch<T> longest(
      Node<T> node, Tokens tokens, int start, int at, @Nullable PhraseMatch<T> best) {
    PhraseMatch<T> found =
        node.meaning == null ? best : new PhraseMatch<>(node.meaning, at - start);
    if (at == tokens.size()) {
      return found;
    }
    PhraseMatch<T> byWord = longer(node.next.get(tokens.get(at)), tokens, start, at, found);
    return tokens.isNumber(at) ? longer(node.anyNumber, tokens, start, at, byWord) : byWord;
  }

  private static <T> @Nullable PhraseMatch<T> longer(
      @Nullable Node<T> next, Tokens tokens, int start, int at, @Nullable PhraseMatch<T> best) {
    if (next == null) {
      return best;
    }
    PhraseMatch<T> found = longest(next, tokens, start, at + 1, null);
    return found == null || best != null && best.length() >= found.length() ? best : found;
  }

  private static String[] normalize(String phrase) {
    String[] parts = phrase.strip().split("\\{n\\}", -1);
    StringBuilder normalized = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      Tokens.of(parts[i]).toList().forEach(word -> normalized.append(word).append(' '));
      normalized.append(i + 1 < parts.length ? ANY_NUMBER + " " : "");
    }
    return normalized.isEmpty() ? new String[0] : normalized.toString().strip().split(" ");
  }
}
