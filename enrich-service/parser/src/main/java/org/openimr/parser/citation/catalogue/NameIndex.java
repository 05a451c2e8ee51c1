package org.openimr.parser.citation.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.openimr.parser.citation.text.NormalizedText;

/**
 * A vocabulary of folded names, each with what it means. Finds the longest that a text starts with,
 * by its very name or within one edit (a character too many, missing, wrong, or two swapped). It
 * does not change; the time of a search is bounded by the longest name, whatever the text.
 */
public final class NameIndex<T> {
  private final List<T> meanings;
  private final CharTrie trie;

  /**
   * A name found.
   *
   * @param end position behind it
   * @param edited whether it is within one edit only
   */
  public record Match<T>(T value, int end, boolean edited) {}

  private NameIndex(List<T> meanings, TreeMap<String, Integer> names) {
    this.meanings = meanings;
    this.trie = new CharTrie(new ArrayList<>(names.keySet()), new ArrayList<>(names.values()));
  }

  /** Builds the vocabulary of {@code names} (in any spelling) and their meanings. */
  static <T> NameIndex<T> of(Map<String, T> names) {
    List<T> meanings = new ArrayList<>();
    TreeMap<String, Integer> folded = new TreeMap<>();
    names.forEach(
        (name, meaning) -> {
          String key = NormalizedText.of(name).toString();
          if (!key.isEmpty() && folded.putIfAbsent(key, meanings.size()) == null) {
            meanings.add(meaning);
          }
        });
    return new NameIndex<>(List.copyOf(meanings), folded);
  }

  /** The longest name that the text holds at {@code from}, word by word; null if none. */
  public Match<T> findLongest(NormalizedText text, int from) {
    return findLongest(text, from, end -> true);
  }

  /** The longest such name that ends where {@code mayEnd} says; null if none. */
  public Match<T> findLongest(NormalizedText text, int from, IntPredicate mayEnd) {
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
    return best < 0 ? null : new Match<>(meanings.get(best), bestEnd, false);
  }

  /** The longest name within one edit of the text at {@code from}; null if none or ambiguous. */
  public Match<T> findWithinOneEdit(NormalizedText text, int from, IntPredicate mayEnd) {
    return findWithinOneEdit(text, from, from, mayEnd);
  }

  /** The same with the edit not before {@code firstEdit}. */
  public Match<T> findWithinOneEdit(
      NormalizedText text, int from, int firstEdit, IntPredicate mayEnd) {
    if (meanings.isEmpty()) {
      return null;
    }
    FuzzyNameSearch search = new FuzzyNameSearch(trie, this::same, text, from, mayEnd);
    return search.search(firstEdit)
        ? new Match<>(meanings.get(search.value()), search.end(), true)
        : null;
  }

  /** By its very name, else within one edit. */
  public Match<T> find(NormalizedText text, int from, IntPredicate mayEnd) {
    Match<T> exact = findLongest(text, from, mayEnd);
    return exact != null ? exact : findWithinOneEdit(text, from, mayEnd);
  }

  private boolean same(int value, int other) {
    return meanings.get(value).equals(meanings.get(other));
  }
}
