package org.openimr.tools.evaluation.report;

import java.util.BitSet;

/** Which words of a text are not in another, in the same order, by longest common subsequence. */
final class WordDifference {
  /** Words beyond these are taken to differ: time and memory grow with the square. */
  private static final int MOST_WORDS = 600;

  private final String[] words;
  private final String[] others;

  private WordDifference(String[] words, String[] others) {
    this.words = words;
    this.others = others;
  }

  /** Indices of the words of {@code words} that {@code others} lacks. */
  static BitSet between(String[] words, String[] others) {
    return new WordDifference(words, others).missing();
  }

  private BitSet missing() {
    int[][] common = common();
    BitSet missing = new BitSet(words.length);
    int i = 0;
    int k = 0;
    while (i < common.length - 1 && k < common[0].length - 1) {
      if (words[i].equals(others[k])) {
        i++;
        k++;
      } else if (common[i][k + 1] >= common[i + 1][k]) {
        k++;
      } else {
        missing.set(i++);
      }
    }
    missing.set(i, words.length);
    return missing;
  }

  /** Length of what the ends of both texts have in common, from each pair of words on. */
  private int[][] common() {
    int most = Math.min(words.length, MOST_WORDS);
    int mostOthers = Math.min(others.length, MOST_WORDS);
    int[][] common = new int[most + 1][mostOthers + 1];
    for (int i = most - 1; i >= 0; i--) {
      for (int k = mostOthers - 1; k >= 0; k--) {
        common[i][k] =
            words[i].equals(others[k])
                ? common[i + 1][k + 1] + 1
                : Math.max(common[i + 1][k], common[i][k + 1]);
      }
    }
    return common;
  }
}
