package org.openimr.parser.citation.catalogue;

import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import org.openimr.parser.citation.text.NormalizedText;

/**
 * One search for the longest name within one edit. Follows the trie along the text and, from each
 * node on, tries one character added, missing or wrong, or two swapped. Digits must match.
 */
final class FuzzyNameSearch {
  /** Minimum characters of a match; shorter names are within one edit of too many words. */
  private static final int MIN_LENGTH = 5;

  private final CharTrie trie;
  private final BiPredicate<Integer, Integer> haveSameMeaning;
  private final NormalizedText text;
  private final int from;
  private final IntPredicate mayEnd;
  private int best = -1;
  private int bestEnd = -1;
  private boolean ambiguous;

  FuzzyNameSearch(
      CharTrie trie,
      BiPredicate<Integer, Integer> haveSameMeaning,
      NormalizedText text,
      int from,
      IntPredicate mayEnd) {
    this.trie = trie;
    this.haveSameMeaning = haveSameMeaning;
    this.text = text;
    this.from = from;
    this.mayEnd = mayEnd;
  }

  /**
   * Searches for a name.
   *
   * @param firstEdit first position where the name may differ from the text
   * @return whether exactly one meaning was found
   */
  boolean search(int firstEdit) {
    int node = 0;
    for (int i = from; node >= 0 && i < text.length(); i++) {
      if (i >= firstEdit) {
        tryEdits(node, i);
      }
      node = trie.child(node, text.charAt(i));
    }
    return best >= 0 && !ambiguous;
  }

  private void tryEdits(int node, int i) {
    char c = text.charAt(i);
    boolean digit = isDigit(c);
    if (!digit) {
      follow(node, i + 1);
      trySwap(node, i);
    }
    int end = trie.firstEdge(node + 1);
    for (int edge = trie.firstEdge(node); edge < end; edge++) {
      if (isDigit(trie.label(edge))) {
        continue;
      }
      follow(edge, i);
      if (!digit && trie.label(edge) != c) {
        follow(edge, i + 1);
      }
    }
  }

  private void trySwap(int node, int i) {
    if (i + 1 < text.length() && !isDigit(text.charAt(i + 1))) {
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
        accept(trie.value(node), i);
      }
      node = i < text.length() ? trie.child(node, text.charAt(i)) : -1;
    }
  }

  private void accept(int value, int end) {
    if (end - from < MIN_LENGTH || end < bestEnd) {
      return;
    }
    ambiguous = end == bestEnd && (ambiguous || !haveSameMeaning.test(value, best));
    best = value;
    bestEnd = end;
  }

  /** The trie value of the name found. */
  int value() {
    return best;
  }

  /** Position just past the name found. */
  int end() {
    return bestEnd;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
