package org.openimr.parser.letter.boundary;

import org.openimr.parser.letter.text.Whitespace;

/**
 * The end of a letter that another one follows. Page furniture between the two belongs to the
 * letter from which the smaller gap separates it.
 */
final class WidestGap {
  private WidestGap() {}

  /**
   * Returns where the next letter starts.
   *
   * @param received the text as received
   * @param clean the same text without page furniture, of the same length
   * @param start start of the first line of the next letter that is no furniture
   */
  static int before(String received, String clean, int start) {
    int from = Whitespace.skipBackward(clean, start, 0);
    int widest = 0;
    int best = start;
    int at = from;
    while (at < start) {
      int next = Whitespace.skipForward(received, at, start);
      int gap =
          Whitespace.containsPageBreak(received, at, next)
              ? Integer.MAX_VALUE
              : Whitespace.countLineEnds(received, at, next);
      if (gap >= widest) {
        widest = gap;
        best = next;
      }
      at = endOfLine(received, next, start);
    }
    return best;
  }

  private static int endOfLine(String text, int at, int to) {
    int newline = text.indexOf('\n', at, to);
    return newline < 0 ? to : newline;
  }
}
