package org.openimr.parser.letter.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds pages that are there twice in a text whose page breaks were lost. Such a passage follows
 * its original at once, or interrupts the text where its original did not.
 */
public final class RepeatedPassages {
  /** Letters and digits of a passage, at least. */
  private static final int MIN_LENGTH = 250;

  /** Lines of a shorter passage right after its original. */
  private static final int MIN_LINES = 3;

  /** Letters and digits of a passage of several lines right after its original. */
  private static final int MIN_LENGTH_OF_LINES = 100;

  /** Letters and digits of one whose original, but not the copy, continues a sentence. */
  private static final int MIN_SPLICE = 10;

  /** Lines before a line without an earlier copy, which may be short lines that occur often. */
  private static final int MAX_LINES_BACK = 20;

  private final String text;
  private final TextLines lines;
  private final int[] numbers;
  private final int[] previous;
  private final List<Passage> passages = new ArrayList<>(0);

  private RepeatedPassages(String text) {
    this.text = text;
    this.lines = TextLines.of(text, 0, text.length());
    this.numbers = EqualLines.firstsOfText(text, lines);
    this.previous = new int[lines.count()];
  }

  /**
   * The second copy of a passage.
   *
   * @param start offset of its first character
   * @param end offset just past its last character
   * @param isPage whether it starts or ends within a sentence; other passages may be sections that
   *     are the same
   */
  public record Passage(int start, int end, boolean isPage) {}

  /** Finds the second copies in the order of the text. */
  public static List<Passage> find(String text) {
    RepeatedPassages repeated = new RepeatedPassages(text);
    if (repeated.findCopies()) {
      repeated.findRuns();
    }
    return repeated.passages;
  }

  /** Finds the previous copy of each line. Returns whether there is any. */
  private boolean findCopies() {
    int[] last = new int[lines.count()];
    boolean repeats = false;
    for (int k = 0; k < lines.count(); k++) {
      int first = numbers[k];
      previous[k] = first == k ? -1 : last[first];
      last[first] = k;
      repeats |= first != k;
    }
    return repeats;
  }

  /** Finds the runs of lines that are the same as the lines at a distance before. */
  private void findRuns() {
    int start = 0;
    int distance = 0;
    int lastEnd = 0;
    for (int k = 0; k <= lines.count(); k++) {
      if (distance > 0 && (k == lines.count() || numbers[k] != numbers[k - distance])) {
        lastEnd = accept(start, k, distance) ? k : lastEnd;
        distance = 0;
      }
      if (distance == 0 && k < lines.count() && previous[k] >= lastEnd) {
        distance = k - previous[k];
        start = startOfRun(k, distance, lastEnd);
      }
    }
  }

  private int startOfRun(int line, int distance, int limit) {
    int first = Math.max(limit + distance, line - MAX_LINES_BACK);
    int start = line;
    while (start > first && numbers[start - 1] == numbers[start - 1 - distance]) {
      start--;
    }
    return start;
  }

  /** Adds the passage of a run if it is a page. Returns whether it is. */
  private boolean accept(int start, int end, int distance) {
    boolean adjacent = end - start >= distance;
    int last = adjacent ? start + (end - start) / distance * distance : end;
    int length = letters(lines.start(start), lines.end(last - 1));
    boolean page =
        adjacent
            ? isPage(start, last, length) || length >= MIN_SPLICE && isSplice(start, distance)
            : length >= MIN_LENGTH && isSplice(start, distance) && lines.startsLower(start);
    if (page) {
      boolean whole =
          lines.endsSentence(last - 1)
              && lines.endsSentence(start - 1)
              && !lines.startsLower(start);
      passages.add(new Passage(lines.start(start), lines.end(last - 1), !whole));
    }
    return page;
  }

  /** Returns whether lines are more than a sentence that is there twice. */
  private static boolean isPage(int start, int end, int length) {
    return length >= (end - start < MIN_LINES ? MIN_LENGTH : MIN_LENGTH_OF_LINES);
  }

  /** Returns whether the original continues a sentence and its copy follows the end of one. */
  private boolean isSplice(int copy, int distance) {
    int original = copy - distance;
    return original > 0
        && !lines.endsSentence(original - 1)
        && lines.endsSentence(copy - 1)
        && !Character.isUpperCase(text.charAt(lines.start(copy)));
  }

  private int letters(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += Character.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
    }
    return count;
  }
}
