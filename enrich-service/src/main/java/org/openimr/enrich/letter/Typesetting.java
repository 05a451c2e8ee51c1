package org.openimr.enrich.letter;

/**
 * How a converter set the lines of a letter.
 *
 * @param lineGap line ends between two printed lines of one paragraph, from 1
 * @param width characters of a full line, as far as one can tell
 */
record Typesetting(int lineGap, int width) {
  private static final int LINES_LOOKED_AT = 60;

  /** Wider than any printed line: a line is a whole paragraph then. */
  private static final int WIDEST_PRINTED = 140;

  /** Measures the lines of a stretch of running text. */
  static Typesetting of(String text, int from, int to) {
    int single = 0;
    int doubled = 0;
    int width = 0;
    int start = Blanks.skip(text, from, to);
    for (int lines = 0; lines < LINES_LOOKED_AT && start < to; lines++) {
      int newline = text.indexOf('\n', start, to);
      int lineEnd = newline < 0 ? to : newline;
      width = Math.max(width, Blanks.skipBack(text, lineEnd, start) - start);
      int next = Blanks.skip(text, lineEnd, to);
      int gap = Blanks.lineEnds(text, lineEnd, next);
      single += gap == 1 ? 1 : 0;
      doubled += gap == 2 ? 1 : 0;
      start = next;
    }
    boolean wrapped = width <= WIDEST_PRINTED;
    return new Typesetting(wrapped && doubled > 2 * single ? 2 : 1, width);
  }

  /** Whether lines were wrapped, rather than one a paragraph. */
  boolean wrapped() {
    return width <= WIDEST_PRINTED;
  }

  /** Whether a line of this length could have held another word of {@code wordLength}. */
  boolean hadRoomFor(int lineLength, int wordLength) {
    return lineLength + 1 + wordLength < width - width / 8;
  }
}
