package org.openimr.parser.letter.page;

import java.util.ArrayList;
import java.util.List;
import org.openimr.parser.letter.text.LetterWords;

/** Finds lines within a text that may not belong to it, because the text continues after them. */
public final class ForeignLines {
  /** Characters of the lines next to a range. */
  private static final int CONTEXT = 12;

  /** Lines of one stamp, at most. */
  private static final int MAX_LINES = 3;

  /** Longer lines are paragraphs of a text that is not wrapped. */
  private static final int MAX_LENGTH = 140;

  private ForeignLines() {}

  /**
   * A range of lines with the text next to it.
   *
   * @param before offset of the last characters of the line before
   * @param start offset of the first character
   * @param end offset just past the last character
   * @param after offset just past the first characters of the line after
   */
  public record Range(int before, int start, int end, int after) {}

  /** Finds the lines in a text without page furniture. */
  public static List<Range> find(String text) {
    TextLines lines = TextLines.of(text, 0, text.length());
    TextFlow flow = TextFlow.of(text, lines);
    List<Range> found = new ArrayList<>(0);
    for (int k = 1; k < lines.count(); k++) {
      int count = interrupting(lines, flow, k);
      if (count > 0 && !LetterWords.ofItems(text, lines.start(k), lines.end(k + count - 1))) {
        found.add(range(lines, k, k + count));
        k += count;
      }
    }
    return found;
  }

  /** Returns the number of lines from a line on that interrupt a text, or 0. */
  private static int interrupting(TextLines lines, TextFlow flow, int first) {
    int last = Math.min(first + MAX_LINES, lines.count() - 1);
    for (int next = first + 1; next <= last && lines.length(next - 1) <= MAX_LENGTH; next++) {
      if (flow.interrupt(first, next)) {
        return next - first;
      }
      if (!flow.endsShort(next - 1)) {
        break;
      }
    }
    return 0;
  }

  private static Range range(TextLines lines, int first, int next) {
    return new Range(
        Math.max(lines.start(first - 1), lines.end(first - 1) - CONTEXT),
        lines.start(first),
        lines.end(next - 1),
        Math.min(lines.end(next), lines.start(next) + CONTEXT));
  }
}
