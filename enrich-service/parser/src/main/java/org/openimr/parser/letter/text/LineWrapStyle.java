package org.openimr.parser.letter.text;

/**
 * How a converter set the lines of a letter.
 *
 * @param lineGap line ends between two printed lines of one paragraph, from 1
 * @param width characters of a full line, as far as one can tell
 */
public record LineWrapStyle(int lineGap, int width) {
  private static final int MAX_SAMPLED_LINES = 60;

  /** Wider than any printed line: a line is a whole paragraph then. */
  private static final int MAX_PRINTED_WIDTH = 140;

  /** Measures the lines of a stretch of running text. */
  public static LineWrapStyle measure(String text, int from, int to) {
    int single = 0;
    int doubled = 0;
    int width = 0;
    int start = Whitespace.skipForward(text, from, to);
    for (int lines = 0; lines < MAX_SAMPLED_LINES && start < to; lines++) {
      int newline = text.indexOf('\n', start, to);
      int lineEnd = newline < 0 ? to : newline;
      width = Math.max(width, Whitespace.skipBackward(text, lineEnd, start) - start);
      int next = Whitespace.skipForward(text, lineEnd, to);
      int gap = Whitespace.countLineEnds(text, lineEnd, next);
      single += gap == 1 ? 1 : 0;
      doubled += gap == 2 ? 1 : 0;
      start = next;
    }
    boolean wrapped = width <= MAX_PRINTED_WIDTH;
    return new LineWrapStyle(wrapped && doubled > 2 * single ? 2 : 1, width);
  }

  /** Whether lines were wrapped, rather than one a paragraph. */
  public boolean isWrapped() {
    return width <= MAX_PRINTED_WIDTH;
  }

  /** Whether a line of this length could have held another word of {@code wordLength}. */
  public boolean hadRoomFor(int lineLength, int wordLength) {
    return lineLength + 1 + wordLength < width - width / 8;
  }
}
