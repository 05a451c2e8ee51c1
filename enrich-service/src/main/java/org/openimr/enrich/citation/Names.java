package org.openimr.enrich.citation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * A vocabulary of folded names, each with what it means. Finds the longest that a text starts with,
 * by its very name or within one edit (a character too many, missing, wrong, or two swapped).
 *
 * <p>A trie laid out in arrays; it does not change once built. The time of a search is bounded by
 * the longest name, whatever the text.
 */
final class Names<T> {
  /** A shorter name within one edit of a word says nothing. */
  private static final int SHORTEST_TO_EDIT = 5;

  /**
   * A name found.
   *
   * @param end position behind it
   * @param edited whether it is within one edit only
   */
  record Match<T>(T meaning, int end, boolean edited) {}

  private final List<T> meanings = new ArrayList<>();
  private int[] firstEdge = new int[16];
  private char[] labels = new char[16];
  private int[] values = new int[16];
  private final int[] rootChild = new int[128];
  private int nodes = 1;

  /** Builds the vocabulary of {@code names} (in any spelling) and their meanings. */
  static <T> Names<T> of(Map<String, T> names) {
    Names<T> built = new Names<>();
    TreeMap<String, Integer> sorted = new TreeMap<>();
    names.forEach(
        (name, meaning) -> {
          String folded = Folded.of(name).toString();
          if (!folded.isEmpty() && sorted.putIfAbsent(folded, built.meanings.size()) == null) {
            built.meanings.add(meaning);
          }
        });
    built.lay(new ArrayList<>(sorted.keySet()), new ArrayList<>(sorted.values()));
    return built;
  }

  /** A node and the sorted names that pass through it. */
  private record Range(int node, int from, int to, int depth) {}

  private void lay(List<String> sorted, List<Integer> meaning) {
    Arrays.fill(values, -1);
    List<Range> queue = new ArrayList<>();
    queue.add(new Range(0, 0, sorted.size(), 0));
    for (int q = 0; q < queue.size(); q++) {
      Range r = queue.get(q);
      int from = r.from;
      if (from < r.to && sorted.get(from).length() == r.depth) {
        values[r.node] = meaning.get(from++);
      }
      firstEdge[r.node] = nodes;
      while (from < r.to) {
        int to = from + 1;
        char label = sorted.get(from).charAt(r.depth);
        while (to < r.to && sorted.get(to).charAt(r.depth) == label) {
          to++;
        }
        queue.add(new Range(node(label), from, to, r.depth + 1));
        from = to;
      }
    }
    grow(nodes + 1);
    firstEdge[nodes] = nodes;
    for (char label = 0; label < rootChild.length; label++) {
      rootChild[label] = edge(0, label);
    }
  }

  private int node(char label) {
    grow(nodes + 2);
    labels[nodes] = label;
    values[nodes] = -1;
    return nodes++;
  }

  private void grow(int size) {
    if (size > labels.length) {
      firstEdge = Arrays.copyOf(firstEdge, size * 2);
      labels = Arrays.copyOf(labels, size * 2);
      values = Arrays.copyOf(values, size * 2);
    }
  }

  /** Child of a node; nodes are laid in breadth, so that an edge's index is its target's. */
  private int child(int node, char label) {
    return node == 0 && label < rootChild.length ? rootChild[label] : edge(node, label);
  }

  private int edge(int node, char label) {
    int end = firstEdge[node + 1];
    for (int edge = firstEdge[node]; edge < end; edge++) {
      if (labels[edge] >= label) {
        return labels[edge] == label ? edge : -1;
      }
    }
    return -1;
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
      if (values[node] >= 0 && text.boundary(i) && mayEnd.test(i)) {
        best = values[node];
        bestEnd = i;
      }
      node = i < text.length() ? child(node, text.at(i)) : -1;
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
    Search search = new Search(text, from, mayEnd);
    search.run(firstEdit);
    return search.best < 0 || search.ambiguous
        ? null
        : new Match<>(meanings.get(search.best), search.bestEnd, true);
  }

  /** By its very name, else within one edit. */
  Match<T> find(Folded text, int from, IntPredicate mayEnd) {
    Match<T> exact = longest(text, from, mayEnd);
    return exact != null ? exact : oneEdit(text, from, mayEnd);
  }

  /** Follows every name as far as the text spells it, and from each node on with one edit. */
  private final class Search {
    private final Folded text;
    private final int from;
    private final IntPredicate mayEnd;
    private int best = -1;
    private int bestEnd = -1;
    private boolean ambiguous;

    Search(Folded text, int from, IntPredicate mayEnd) {
      this.text = text;
      this.from = from;
      this.mayEnd = mayEnd;
    }

    void run(int firstEdit) {
      int node = 0;
      for (int i = from; node >= 0 && i < text.length(); i++) {
        if (i >= firstEdit) {
          edits(node, i);
        }
        node = child(node, text.at(i));
      }
    }

    private void edits(int node, int i) {
      char c = text.at(i);
      boolean kept = digit(c);
      if (!kept) {
        follow(node, i + 1);
        swapped(node, i);
      }
      int end = firstEdge[node + 1];
      for (int edge = firstEdge[node]; edge < end; edge++) {
        if (digit(labels[edge])) {
          continue;
        }
        follow(edge, i);
        if (!kept && labels[edge] != c) {
          follow(edge, i + 1);
        }
      }
    }

    private void swapped(int node, int i) {
      if (i + 1 < text.length() && !digit(text.at(i + 1))) {
        int second = child(node, text.at(i + 1));
        int first = second < 0 ? -1 : child(second, text.at(i));
        if (first >= 0) {
          follow(first, i + 2);
        }
      }
    }

    private void follow(int start, int position) {
      int node = start;
      for (int i = position; node >= 0; i++) {
        if (values[node] >= 0 && text.boundary(i) && mayEnd.test(i)) {
          take(values[node], i);
        }
        node = i < text.length() ? child(node, text.at(i)) : -1;
      }
    }

    private void take(int value, int end) {
      if (end - from < SHORTEST_TO_EDIT || end < bestEnd) {
        return;
      }
      ambiguous = end == bestEnd && (ambiguous || !meanings.get(value).equals(meanings.get(best)));
      best = value;
      bestEnd = end;
    }
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
