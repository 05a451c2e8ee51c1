package org.openimr.parser.letter.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openimr.parser.letter.text.LetterWords;

/** Finds lines of the same form, without words that only a letter prints. */
final class RepeatedLines {
  private final String text;
  private final TextLines lines;
  private final Map<String, List<Integer>> groups = new LinkedHashMap<>();
  private final int[] firstByHash;

  private RepeatedLines(String text, TextLines lines) {
    this.text = text;
    this.lines = lines;
    this.firstByHash = new int[Integer.highestOneBit(Math.max(lines.count(), 8)) * 4];
  }

  /** Returns the groups of at least two lines, each in the order of the text. */
  static List<List<Integer>> find(String text, TextLines lines) {
    RepeatedLines repeated = new RepeatedLines(text, lines);
    repeated.collect();
    return repeated.groups.values().stream().filter(group -> group.size() > 1).toList();
  }

  private void collect() {
    Arrays.fill(firstByHash, -1);
    int[] hashes = new int[lines.count()];
    boolean[] isGrouped = new boolean[lines.count()];
    for (int line = 0; line < lines.count(); line++) {
      if (lines.length(line) > LineSignature.MAX_LENGTH) {
        continue;
      }
      hashes[line] = LineSignature.hash(text, lines.start(line), lines.end(line));
      int first = firstOfHash(hashes, line);
      if (first != line) {
        if (!isGrouped[first]) {
          isGrouped[first] = true;
          group(first);
        }
        group(line);
      }
    }
  }

  /** Returns the first line with the same hash code, which may be the line itself. */
  private int firstOfHash(int[] hashes, int line) {
    int mask = firstByHash.length - 1;
    int slot = hashes[line] & mask;
    while (firstByHash[slot] >= 0 && hashes[firstByHash[slot]] != hashes[line]) {
      slot = slot + 1 & mask;
    }
    if (firstByHash[slot] < 0) {
      firstByHash[slot] = line;
    }
    return firstByHash[slot];
  }

  private void group(int line) {
    int start = lines.start(line);
    int end = lines.end(line);
    if (text.charAt(end - 1) != ':'
        && !LetterWords.ofItems(text, start, end)
        && !LetterWords.ofHeader(text, start, end)) {
      groups
          .computeIfAbsent(LineSignature.of(text, start, end), absent -> new ArrayList<>(2))
          .add(line);
    }
  }
}
