package org.openimr.parser.request.category;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds drug names with one letter wrong, missing or added, or two letters swapped. Only for long
 * names whose first letter is right, and only if a single name matches. An index of all names with
 * one letter deleted avoids comparing a word with every name.
 */
final class FuzzyDrugNames {
  /** Minimum letters of a name that one wrong letter does not make ambiguous. */
  private static final int MIN_LENGTH = 8;

  private static final int BASE = 31;

  /** Names by the hash of each of their deletions. */
  private final Map<Integer, List<String>> namesByDeletionHash = new HashMap<>();

  private int maxLength;

  /** Adds a name; ignores short names and names of several words. */
  void add(String name) {
    if (name.length() < MIN_LENGTH || !name.chars().allMatch(Character::isLetter)) {
      return;
    }
    maxLength = Math.max(maxLength, name.length());
    for (int hash : deletionHashes(name)) {
      List<String> names = namesByDeletionHash.computeIfAbsent(hash, h -> new ArrayList<>(1));
      if (!names.contains(name)) {
        names.add(name);
      }
    }
  }

  /** The only name within one edit of the word. */
  Optional<String> nearest(String word) {
    if (word.length() < MIN_LENGTH - 1 || word.length() > maxLength + 1) {
      return Optional.empty();
    }
    String nearest = null;
    for (int hash : deletionHashes(word)) {
      for (String name : namesByDeletionHash.getOrDefault(hash, List.of())) {
        if (!name.equals(nearest) && isWithinOneEdit(word, name)) {
          if (nearest != null) {
            return Optional.empty();
          }
          nearest = name;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  /**
   * Hashes of the word itself and of the word without each of its letters except the first,
   * computed in one pass per direction.
   */
  private static int[] deletionHashes(String word) {
    int[] hashes = new int[word.length()];
    for (int i = 1; i < hashes.length; i++) {
      hashes[i] = hashes[i - 1] * BASE + word.charAt(i - 1);
    }
    int suffix = 0;
    int power = 1;
    for (int i = hashes.length - 1; i > 0; i--) {
      hashes[i] = hashes[i] * power + suffix;
      suffix += word.charAt(i) * power;
      power *= BASE;
    }
    hashes[0] = word.charAt(0) * power + suffix;
    return hashes;
  }

  private static boolean isWithinOneEdit(String a, String b) {
    int prefix = 0;
    while (prefix < Math.min(a.length(), b.length()) && a.charAt(prefix) == b.charAt(prefix)) {
      prefix++;
    }
    String restA = a.substring(prefix);
    String restB = b.substring(prefix);
    return isOneEdit(restA, restB) || isTransposition(restA, restB);
  }

  /** Whether words with different first letters are equal without one or both of these letters. */
  private static boolean isOneEdit(String a, String b) {
    String tailA = a.isEmpty() ? a : a.substring(1);
    String tailB = b.isEmpty() ? b : b.substring(1);
    return tailA.equals(tailB) || tailA.equals(b) || a.equals(tailB);
  }

  private static boolean isTransposition(String a, String b) {
    return a.length() == b.length()
        && a.length() > 1
        && a.charAt(0) == b.charAt(1)
        && a.charAt(1) == b.charAt(0)
        && a.regionMatches(2, b, 2, a.length() - 2);
  }
}
