package org.openimr.parser.letter.boundary;

import org.openimr.parser.letter.text.Whitespace;

/** Finds the letterhead above a title: the name of the reviewing organisation and its address. */
final class Letterhead {
  private static final String NAME = "MAXIMUS";

  /** Lines from the name to the title. */
  private static final int MAX_LINES = 8;

  /** Longer lines are running text. */
  private static final int MAX_LENGTH = 60;

  private Letterhead() {}

  /**
   * Returns the start of the letterhead, or {@code title} if no letterhead precedes the title.
   *
   * @param from start of the range to look at
   */
  static int findStart(String text, int from, int title) {
    int found = title;
    int end = Whitespace.skipBackward(text, title, from);
    for (int lines = 0; lines < MAX_LINES && end > from; lines++) {
      int start = Math.max(from, text.lastIndexOf('\n', end - 1) + 1);
      start = Whitespace.skipForward(text, start, end);
      if (end - start > MAX_LENGTH) {
        return found;
      }
      found = isName(text, start, end) ? start : found;
      end = Whitespace.skipBackward(text, start, from);
    }
    return found;
  }

  /** Returns whether a line is a name and no label, without words of running text. */
  private static boolean isName(String text, int start, int end) {
    if (!text.regionMatches(true, start, NAME, 0, NAME.length())
        || text.indexOf(':', start, end) >= 0) {
      return false;
    }
    for (int i = start + 1; i < end; i++) {
      if (text.charAt(i - 1) == ' ' && Character.isLowerCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
