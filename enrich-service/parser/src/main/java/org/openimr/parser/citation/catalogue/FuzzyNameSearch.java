package org.openimr.parser.citation.catalogue;

import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import org.openimr.parser.citation.text.NormalizedText;

/**
 * One search for the longest name within one edit: follows the trie as far as the text spells it,
 * and from each node on with one character too many, missing, wrong, or two swapped. A digit is
 * never another.
 */
final class FuzzyNameSearch {
  /** A shorter name within one edit of a word says nothing. */
  private static final int MIN_LENGTH = 5;

  private final CharTrie trie;
  private final BiPredicate<Integer, Integer> same;
  private final NormalizedText text;
  private final int from;
  private final IntPredicate mayEnd;
  private int best = -1;
  private int bestEnd = -1;
  private boolean ambiguous;

  FuzzyNameSearch(
      CharTrie trie,
      BiPredicate<Integer, Integer> same,
      NormalizedText text,
      int from,
      IntPredicate mayEnd) {
    this.trie = trie;
    this.same = same;
    this.text = text;
    this.from = from;
    this.mayEnd = mayEnd;
  }

  /** Searches with the edit not before {@code firstEdit}; whether one meaning was found. */
  boolean search(int firstEdit) {
    int node = 0;
    for (int i = from; node >= 0 && i < text.length(); i++) {
      if (i >= firstEdit) {
        edits(node, i);
      }
      node = trie.child(node, text.charAt(i));
    }
    return best >= 0 && !ambiguous;
  }

  private void edits(int node, int i) {
    char c = text.charAt(i);
    boolean kept = digit(c);
    if (!kept) {
      follow(node, i + 1);
      swapped(node, i);
    }
    int end = trie.firstEdge(node + 1);
    for (int edge = trie.firstEdge(node); edge < end; edge++) {
      if (digit(trie.label(edge))) {
        continue;
      }
      follow(edge, i);
      if (!kept && trie.label(edge) != c) {
        follow(edge, i + 1);
      }
    }
  }

  private void swapped(int node, int i) {
    if (i + 1 < text.length() && !digit(text.charAt(i + 1))) {
      int second = trie.child(node, text.charAt(i + 1));
      int first = second < 0 ? -1 : trie.child(second, text.charAt(i));
      if (first >= 0) {
        follow(first, i + 2);
      }
    }
  }

  private void follow(int start, int position) {
    int node = start;
    for (int i = position; node >= 0; i++) {
      if (trie.value(node) >= 0 && text.isBoundary(i) && mayEnd.test(i)) {
        take(trie.value(node), i);
      }
      node = i < text.length() ? trie.child(node, text.charAt(i)) : -1;
    }
  }

  private void take(int value, int end) {
    if (end - from < MIN_LENGTH || end < bestEnd) {
      return;
    }
    ambiguous = end == bestEnd && (ambiguous || !same.test(value, best));
    best = value;
    bestEnd = end;
  }

  /** The value of the name found. */
  int value() {
    return best;
  }

  /** Where it ends. */
  int end() {
    return bestEnd;
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
