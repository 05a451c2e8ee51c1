package org.openimr.parser.citation.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.openimr.parser.citation.text.NormalizedText;

/**
 * An index of normalized names and their meanings. Finds the longest name that a text starts with,
 * exactly or within one edit (one character added, missing or wrong, or two swapped). Immutable.
 * The time of a search is bounded by the longest name, whatever the text.
 *
 * @param <T> type of the meanings
 */
public final class NameIndex<T> {
  private final List<T> meanings;
  private final CharTrie trie;

  /**
   * A name found in a text.
   *
   * @param end position just past its last character
   * @param edited whether it differs from the text by one edit
   */
  public record NameMatch<T>(T value, int end, boolean edited) {}

  private NameIndex(List<T> meanings, SortedMap<String, Integer> names) {
    this.meanings = meanings;
    this.trie = new CharTrie(new ArrayList<>(names.keySet()), new ArrayList<>(names.values()));
  }

  /** Builds an index of names, in any spelling, and their meanings. */
  static <T> NameIndex<T> of(Map<String, T> names) {
    List<T> meanings = new ArrayList<>();
    TreeMap<String, Integer> normalized = new TreeMap<>();
    names.forEach(
        (name, meaning) -> {
          String key = NormalizedText.of(name).toString();
          if (!key.isEmpty() && normalized.putIfAbsent(key, meanings.size()) == null) {
            meanings.add(meaning);
          }
        });
    return new NameIndex<>(List.copyOf(meanings), normalized);
  }

  /** Finds the longest name of whole words at a position. */
  public Optional<NameMatch<T>> findLongest(NormalizedText text, int from) {
    return findLongest(text, from, end -> true);
  }

  /**
   * Finds the longest name of whole words at a position.
   *
   * @param mayEnd accepts the positions where a name may end
   */
  public Optional<NameMatch<T>> findLongest(NormalizedText text, int from, IntPredicate mayEnd) {
    int node = 0;
    int best = -1;
    int bestEnd = -1;
    for (int i = from; node >= 0; i++) {
      if (trie.value(node) >= 0 && text.isBoundary(i) && mayEnd.test(i)) {
        best = trie.value(node);
        bestEnd = i;
      }
      node = i < text.length() ? trie.child(node, text.charAt(i)) : -1;
    }
    return best < 0
        ? Optional.empty()
        : Optional.of(new NameMatch<>(meanings.get(best), bestEnd, false));
  }

  /** Finds the longest name within one edit of the text; empty also if it is ambiguous. */
  public Optional<NameMatch<T>> findWithinOneEdit(
      NormalizedText text, int from, IntPredicate mayEnd) {
    return findWithinOneEdit(text, from, from, mayEnd);
  }

  /**
   * Finds the longest name within one edit of the text; empty also if it is ambiguous.
   *
   * @param firstEdit first position where the name may differ from the text
   */
  public Optional<NameMatch<T>> findWithinOneEdit(
      NormalizedText text, int from, int firstEdit, IntPredicate mayEnd) {
    if (meanings.isEmpty()) {
      return Optional.empty();
    }
    FuzzyNameSearch search = new FuzzyNameSearch(trie, this::haveSameMeaning, text, from, mayEnd);
    return search.search(firstEdit)
        ? Optional.of(new NameMatch<>(meanings.get(search.value()), search.end(), true))
        : Optional.empty();
  }

  /** Finds the longest exact name, else the longest within one edit. */
  public Optional<NameMatch<T>> find(NormalizedText text, int from, IntPredicate mayEnd) {
    Optional<NameMatch<T>> exact = findLongest(text, from, mayEnd);
    return exact.isPresent() ? exact : findWithinOneEdit(text, from, mayEnd);
  }

  private boolean haveSameMeaning(int value, int other) {
    return meanings.get(value).equals(meanings.get(other));
  }
}
