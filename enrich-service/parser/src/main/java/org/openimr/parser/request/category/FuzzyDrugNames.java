package org.openimr.parser.request.category;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names that are known with one letter wrong, missing, added or two exchanged. Only for long names
 * whose first letter is right, and only where a single name is that near. Found by the words that
 * are left when one letter is taken out, so that nothing is compared with all names.
 */
final class FuzzyDrugNames {
  /** Letters from which on one wrong letter leaves no doubt. */
  private static final int MIN_LENGTH = 8;

  private static final int BASE = 31;

  /** By the hash of each word that is left of a name. */
  private final Map<Integer, List<String>> namesByDeletionHash = new HashMap<>();

  private int longest;

  /** Takes a name up; short names and names of several words are passed over. */
  void add(String name) {
    if (name.length() < MIN_LENGTH || !name.chars().allMatch(Character::isLetter)) {
      return;
    }
    longest = Math.max(longest, name.length());
    for (int rest : deletionHashes(name)) {
      List<String> names = namesByDeletionHash.computeIfAbsent(rest, r -> new ArrayList<>(1));
      if (!names.contains(name)) {
        names.add(name);
      }
    }
  }

  /** The one name within one edit of the word. */
  Optional<String> nearest(String word) {
    if (word.length() < MIN_LENGTH - 1 || word.length() > longest + 1) {
      return Optional.empty();
    }
    String nearest = null;
    for (int rest : deletionHashes(word)) {
      for (String name : namesByDeletionHash.getOrDefault(rest, List.of())) {
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
   * Hashes, in one pass each way, of the word and of the word without each of its letters but the
   * first.
   */
  private static int[] deletionHashes(String word) {
    int[] rests = new int[word.length()];
    for (int i = 1; i < rests.length; i++) {
      rests[i] = rests[i - 1] * BASE + word.charAt(i - 1);
    }
    int behind = 0;
    int power = 1;
    for (int i = rests.length - 1; i > 0; i--) {
      rests[i] = rests[i] * power + behind;
      behind += word.charAt(i) * power;
      power *= BASE;
    }
    rests[0] = word.charAt(0) * power + behind;
    return rests;
  }

  private static boolean isWithinOneEdit(String a, String b) {
    int head = 0;
    while (head < Math.min(a.length(), b.length()) && a.charAt(head) == b.charAt(head)) {
      head++;
    }
    String restA = a.substring(head);
    String restB = b.substring(head);
    return isOneEdit(restA, restB) || isTransposition(restA, restB);
  }

  /** Both differ in their first letter: added, missing or another one, and the rest is the same. */
  private static boolean isOneEdit(String a, String b) {
    String behindA = a.isEmpty() ? a : a.substring(1);
    String behindB = b.isEmpty() ? b : b.substring(1);
    return behindA.equals(behindB) || behindA.equals(b) || a.equals(behindB);
  }

  private static boolean isTransposition(String a, String b) {
    return a.length() == b.length()
        && a.length() > 1
        && a.charAt(0) == b.charAt(1)
        && a.charAt(1) == b.charAt(0)
        && a.regionMatches(2, b, 2, a.length() - 2);
  }
}
