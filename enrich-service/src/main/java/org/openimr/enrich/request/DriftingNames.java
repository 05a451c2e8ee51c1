package org.openimr.enrich.request;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names that are known with one letter wrong, missing, added or two exchanged. Only for long names
 * whose first letter is right, and only where a single name is that near. Found by the words that
 * are left when one letter is taken out, so that nothing is compared with all names.
 */
final class DriftingNames {
  /** Letters from which on one wrong letter leaves no doubt. */
  private static final int LONG = 8;

  private final Map<String, Set<String>> namesByRest = new HashMap<>();
  private int longest;

  /** Takes a name up; short names and names of several words are passed over. */
  void add(String name) {
    if (name.length() < LONG || !name.chars().allMatch(Character::isLetter)) {
      return;
    }
    longest = Math.max(longest, name.length());
    namesByRest.computeIfAbsent(name, rest -> new HashSet<>()).add(name);
    for (int i = 1; i < name.length(); i++) {
      namesByRest.computeIfAbsent(without(name, i), rest -> new HashSet<>()).add(name);
    }
  }

  /** The one name within one edit of the word. */
  Optional<String> nearest(String word) {
    if (word.length() < LONG - 1 || word.length() > longest + 1) {
      return Optional.empty();
    }
    Set<String> near = new HashSet<>(2);
    addNear(word, word, near);
    for (int i = 1; i < word.length(); i++) {
      addNear(word, without(word, i), near);
    }
    return near.size() == 1 ? Optional.of(near.iterator().next()) : Optional.empty();
  }

  private void addNear(String word, String rest, Set<String> near) {
    for (String name : namesByRest.getOrDefault(rest, Set.of())) {
      if (isWithinOneEdit(word, name)) {
        near.add(name);
      }
    }
  }

  private static boolean isWithinOneEdit(String a, String b) {
    int head = 0;
    while (head < Math.min(a.length(), b.length()) && a.charAt(head) == b.charAt(head)) {
      head++;
    }
    String restA = a.substring(head);
    String restB = b.substring(head);
    return isOneEdit(restA, restB) || isExchange(restA, restB);
  }

  /** Both differ in their first letter: added, missing or another one, and the rest is the same. */
  private static boolean isOneEdit(String a, String b) {
    String behindA = a.isEmpty() ? a : a.substring(1);
    String behindB = b.isEmpty() ? b : b.substring(1);
    return behindA.equals(behindB) || behindA.equals(b) || a.equals(behindB);
  }

  private static boolean isExchange(String a, String b) {
    return a.length() == b.length()
        && a.length() > 1
        && a.charAt(0) == b.charAt(1)
        && a.charAt(1) == b.charAt(0)
        && a.regionMatches(2, b, 2, a.length() - 2);
  }

  private static String without(String word, int index) {
    return word.substring(0, index) + word.substring(index + 1);
  }
}
