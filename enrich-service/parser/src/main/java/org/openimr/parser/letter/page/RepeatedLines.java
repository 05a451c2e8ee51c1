package org.openimr.parser.letter.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openimr.parser.letter.text.LetterWords;

/** Finds lines of the same form, without words that only a letter prints. */
final class RepeatedLines {
  private RepeatedLines() {}

  /** Returns the groups of at least two lines, each in the order of the text. */
  static List<List<Integer>> find(String text, TextLines lines) {
    int[] firsts = EqualLines.firstsOfForm(text, lines, LineSignature.MAX_LENGTH);
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int line = 0; line < firsts.length; line++) {
      int first = firsts[line];
      if (first != line) {
        groups.computeIfAbsent(first, k -> new ArrayList<>(List.of(k))).add(line);
      }
    }
    return groups.values().stream()
        .filter(group -> mayBeFurniture(text, lines, group.getFirst()))
        .toList();
  }

  private static boolean mayBeFurniture(String text, TextLines lines, int line) {
    int start = lines.start(line);
    int end = lines.end(line);
    return text.charAt(end - 1) != ':'
        && !LetterWords.ofItems(text, start, end)
        && !LetterWords.ofHeader(text, start, end);
  }
}
