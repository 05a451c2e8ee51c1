package org.openimr.parser.letter.model;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * A stretch of a letter with its lines joined, that still knows where each character stood.
 *
 * <p>White space is folded to one blank; a hyphen at a line's end joins without one (CONTRACT.md,
 * GuidelineBasis).
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
   * Joins the lines of {@code letter} between two offsets.
   *
   * @param start offset of the first character
   * @param end offset behind the last character
   */
  public static SourceMappedText of(String letter, int start, int end) {
    return of(letter, IntUnaryOperator.identity(), start, end);
  }

  /**
   * Joins the lines of a text that was itself made from the letter.
   *
   * @param sourceOffset maps an offset into {@code letter} to one into the letter as it came
   */
  public static SourceMappedText of(
      String letter, IntUnaryOperator sourceOffset, int start, int end) {
    StringBuilder joined = new StringBuilder(end - start);
    OffsetRuns runs = new OffsetRuns();
    int copied = skip(letter, start, end);
    runs.add(0, copied);
    for (int gap = nextGap(letter, copied, end); gap < end; gap = nextGap(letter, copied, end)) {
      int behind = skip(letter, gap, end);
      joined.append(letter, copied, gap);
      if (behind < end && !hyphenated(joined, letter, gap, behind)) {
        joined.append(' ');
      }
      runs.add(joined.length(), behind);
      copied = behind;
    }
    return new SourceMappedText(joined.append(letter, copied, end).toString(), runs, sourceOffset);
  }

  /** The next white space that is not a single blank between words. */
  private static int nextGap(String letter, int from, int end) {
    int i = from;
    while (i < end && !(blank(letter.charAt(i)) && gapAt(letter, i, end))) {
      i++;
    }
    return i;
  }

  private static boolean gapAt(String letter, int at, int end) {
    return letter.charAt(at) != ' ' || at + 1 == end || blank(letter.charAt(at + 1));
  }

  private static int skip(String letter, int at, int end) {
    int i = at;
    while (i < end && blank(letter.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean hyphenated(StringBuilder joined, String letter, int gap, int behind) {
    int length = joined.length();
    return length > 1
        && joined.charAt(length - 1) == '-'
        && joined.charAt(length - 2) != ' '
        && letter.indexOf('\n', gap, behind) >= 0;
  }

  private static boolean blank(char c) {
    return c <= ' ' || c == '\u00a0';
  }

  /** The joined text. */
  public String text() {
    return text;
  }

  /**
   * Where a character of {@link #text()} stands in the letter.
   *
   * @param index 0 up to and without the length of the text
   */
  public int sourceOffset(int index) {
    return sourceOffset.applyAsInt(runs.offset(index));
  }

  /** Where each run of characters starts that stand in the letter as they do here. */
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
