package org.openimr.parser.letter.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds lines with the same text or of the same form, without creating strings. */
final class EqualLines {
  private final String text;
  private final TextLines lines;
  private final boolean sameForm;
  private final int[] hashes;
  private final int[] slots;

  private EqualLines(String text, TextLines lines, boolean sameForm) {
    this.text = text;
    this.lines = lines;
    this.sameForm = sameForm;
    this.hashes = new int[lines.count()];
    this.slots = new int[Integer.highestOneBit(Math.max(lines.count(), 8)) * 4];
    Arrays.fill(slots, -1);
  }

  /** Returns for each line the index of the first line with the same text. */
  static int[] firstsOfText(String text, TextLines lines) {
    return new EqualLines(text, lines, false).firsts(Integer.MAX_VALUE);
  }

  /**
   * Returns the groups of at least two lines with the same {@link LineSignature}, each in the order
   * of the text.
   */
  static Collection<List<Integer>> groupsOfForm(String text, TextLines lines) {
    int[] firsts = new EqualLines(text, lines, true).firsts(LineSignature.MAX_LENGTH);
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int line = 0; line < firsts.length; line++) {
      if (firsts[line] != line) {
        groups.computeIfAbsent(firsts[line], first -> new ArrayList<>(List.of(first))).add(line);
      }
    }
    return groups.values();
  }

  private int[] firsts(int maxLength) {
    boolean[] maybeEqual = maybeEqual();
    int[] firsts = new int[lines.count()];
    for (int line = 0; line < firsts.length; line++) {
      firsts[line] = maybeEqual[line] && lines.length(line) <= maxLength ? firstOf(line) : line;
    }
    return firsts;
  }

  /** Returns which lines start like another line. */
  private boolean[] maybeEqual() {
    boolean[] maybe = new boolean[lines.count()];
    int[] firsts = new int[slots.length];
    Arrays.fill(firsts, -1);
    for (int line = 0; line < maybe.length; line++) {
      int slot =
          LineSignature.roughHash(text, lines.start(line), lines.end(line)) & firsts.length - 1;
      if (firsts[slot] < 0) {
        firsts[slot] = line;
      } else {
        maybe[line] = true;
        maybe[firsts[slot]] = true;
      }
    }
    return maybe;
  }

  /** Returns the first line that equals a line, which may be the line itself. */
  private int firstOf(int line) {
    hashes[line] =
        sameForm
            ? LineSignature.hash(text, lines.start(line), lines.end(line))
            : lines.get(line).hashCode();
    int mask = slots.length - 1;
    int slot = (hashes[line] ^ hashes[line] >>> 15) & mask;
    while (slots[slot] >= 0 && !areEqual(slots[slot], line)) {
      slot = slot + 1 & mask;
    }
    if (slots[slot] < 0) {
      slots[slot] = line;
    }
    return slots[slot];
  }

  private boolean areEqual(int first, int second) {
    if (hashes[first] != hashes[second]) {
      return false;
    }
    int length = lines.length(first);
    return length == lines.length(second)
            && text.regionMatches(lines.start(first), text, lines.start(second), length)
        || sameForm
            && LineSignature.areSame(
                text, lines.start(first), lines.end(first), lines.start(second), lines.end(second));
  }
}
