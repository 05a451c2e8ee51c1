package org.openimr.enrich.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * A vocabulary of folded names, each with what it means. Finds the longest that a text starts with,
 * by its very name or within one edit (a character too many, missing, wrong, or two swapped). It
 * does not change; the time of a search is bounded by the longest name, whatever the text.
 */
final class Names<T> {
  private final List<T> meanings;
  private final Trie trie;

  /**
   * A name found.
   *
   * @param end position behind it
   * @param edited whether it is within one edit only
   */
  record Match<T>(T meaning, int end, boolean edited) {}

  private Names(List<T> meanings, TreeMap<String, Integer> names) {
    this.meanings = meanings;
    this.trie = new Trie(new ArrayList<>(names.keySet()), new ArrayList<>(names.values()));
  }

  /** Builds the vocabulary of {@code names} (in any spelling) and their meanings. */
  static <T> Names<T> of(Map<String, T> names) {
    List<T> meanings = new ArrayList<>();
    TreeMap<String, Integer> folded = new TreeMap<>();
    names.forEach(
        (name, meaning) -> {
          String key = Folded.of(name).toString();
          if (!key.isEmpty() && folded.putIfAbsent(key, meanings.size()) == null) {
            meanings.add(meaning);
          }
        });
    return new Names<>(List.copyOf(meanings), folded);
  }

  /** The longest name that the text holds at {@code from}, word by word; null if none. */
  Match<T> longest(Folded text, int from) {
    return longest(text, from, end -> true);
  }

  /** The longest such name that ends where {@code mayEnd} says; null if none. */
  Match<T> longest(Folded text, int from, IntPredicate mayEnd) {
    int node = 0;
    int best = -1;
    int bestEnd = -1;
    for (int i = from; node >= 0; i++) {
      if (trie.value(node) >= 0 && text.boundary(i) && mayEnd.test(i)) {
        best = trie.value(node);
        bestEnd = i;
      }
      node = i < text.length() ? trie.child(node, text.at(i)) : -1;
    }
    return best < 0 ? null : new Match<>(meanings.get(best), bestEnd, false);
  }

  /** The longest name within one edit of the text at {@code from}; null if none or ambiguous. */
  Match<T> oneEdit(Folded text, int from, IntPredicate mayEnd) {
    return oneEdit(text, from, from, mayEnd);
  }

  /** The same with the edit not before {@code firstEdit}. */
  Match<T> oneEdit(Folded text, int from, int firstEdit, IntPredicate mayEnd) {
    if (meanings.isEmpty()) {
      return null;
    }
    NearSearch search = new NearSearch(trie, this::same, text, from, mayEnd);
    return search.run(firstEdit)
        ? new Match<>(meanings.get(search.found()), search.end(), true)
        : null;
  }

  /** By its very name, else within one edit. */
  Match<T> find(Folded text, int from, IntPredicate mayEnd) {
    Match<T> exact = longest(text, from, mayEnd);
    return exact != null ? exact : oneEdit(text, from, mayEnd);
  }

  private boolean same(int value, int other) {
    return meanings.get(value).equals(meanings.get(other));
  }
}
