package org.openimr.parser.letter.text;

/**
 * How the converter of a letter wrapped and spaced its lines.
 *
 * @param lineGap number of line ends between two lines of one paragraph, 1 or 2
 * @param lineWidth length in characters of the longest sampled line
 */
public record LineWrapStyle(int lineGap, int lineWidth) {
  private static final int MAX_SAMPLED_LINES = 60;

  /** Longer lines are not printed lines: each line then is a paragraph. */
  private static final int MAX_PRINTED_WIDTH = 140;

  /** Measures the lines of a range of running text. */
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

  /** Returns whether paragraphs are wrapped, as opposed to one line per paragraph. */
  public boolean isWrapped() {
    return lineWidth <= MAX_PRINTED_WIDTH;
  }

  /** Returns whether a line of this length had room for another word of {@code wordLength}. */
  public boolean hadRoomFor(int lineLength, int wordLength) {
    return lineLength + 1 + wordLength < lineWidth - lineWidth / 8;
  }
}
