package org.openimr.parser.letter.model;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * A range of a letter with its lines joined that maps each character to its offset in the letter.
 *
 * <p>Each run of white space becomes one space; after a hyphen at the end of a line it is removed
 * (CONTRACT.md, GuidelineBasis).
 */
public final class SourceMappedText {
  private final String text;
  private final OffsetRuns runs;
  private final IntUnaryOperator sourceOffset;

  private SourceMappedText(String text, OffsetRuns runs, IntUnaryOperator sourceOffset) {
    this.text = text;
    this.runs = runs;
    this.sourceOffset = sourceOffset;
  }

  /**
   * Joins the lines of a range of a letter.
   *
   * @param start offset of the first character
   * @param end offset just past the last character
   */
  public static SourceMappedText of(String letter, int start, int end) {
    return of(letter, IntUnaryOperator.identity(), start, end);
  }

  /**
   * Joins the lines of a range of a text that was derived from the letter.
   *
   * @param letter the derived text
   * @param sourceOffset maps an offset in {@code letter} to an offset in the original letter
   * @param start offset of the first character
   * @param end offset just past the last character
   */
  public static SourceMappedText of(
      String letter, IntUnaryOperator sourceOffset, int start, int end) {
    StringBuilder joined = new StringBuilder(end - start);
    OffsetRuns runs = new OffsetRuns();
    int copied = skipWhitespace(letter, start, end);
    runs.add(0, copied);
    for (int gap = nextGap(letter, copied, end); gap < end; gap = nextGap(letter, copied, end)) {
      int next = skipWhitespace(letter, gap, end);
      joined.append(letter, copied, gap);
      if (next < end && !endsWithLineHyphen(joined, letter, gap, next)) {
        joined.append(' ');
      }
      runs.add(joined.length(), next);
      copied = next;
    }
    return new SourceMappedText(joined.append(letter, copied, end).toString(), runs, sourceOffset);
  }

  /** Returns the offset of the next white space other than a single space between words. */
  private static int nextGap(String letter, int from, int end) {
    int i = from;
    while (i < end && !(isWhitespace(letter.charAt(i)) && isGap(letter, i, end))) {
      i++;
    }
    return i;
  }

  private static boolean isGap(String letter, int at, int end) {
    return letter.charAt(at) != ' ' || at + 1 == end || isWhitespace(letter.charAt(at + 1));
  }

  private static int skipWhitespace(String letter, int at, int end) {
    int i = at;
    while (i < end && isWhitespace(letter.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean endsWithLineHyphen(
      StringBuilder joined, String letter, int gap, int next) {
    int length = joined.length();
    return length > 1
        && joined.charAt(length - 1) == '-'
        && joined.charAt(length - 2) != ' '
        && letter.indexOf('\n', gap, next) >= 0;
  }

  private static boolean isWhitespace(char c) {
    return c <= ' ' || c == '\u00a0';
  }

  /** Returns the joined text. */
  public String text() {
    return text;
  }

  /**
   * Returns the offset in the letter of a character of {@link #text()}.
   *
   * @param index from 0 (inclusive) to the length of the text (exclusive)
   */
  public int sourceOffset(int index) {
    return sourceOffset.applyAsInt(runs.offset(index));
  }

  /** The start in text and letter of each run of characters that are adjacent in both. */
  private static final class OffsetRuns {
    private int[] starts = new int[8];
    private int[] offsets = new int[8];
    private int count;

    void add(int start, int offset) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
        offsets = Arrays.copyOf(offsets, count * 2);
      }
      starts[count] = start;
      offsets[count++] = offset;
    }

    int offset(int index) {
      int found = Arrays.binarySearch(starts, 0, count, index);
      int run = found < 0 ? -found - 2 : found;
      return offsets[run] + index - starts[run];
    }
  }
}
