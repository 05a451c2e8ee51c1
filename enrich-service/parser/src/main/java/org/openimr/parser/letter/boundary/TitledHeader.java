package org.openimr.parser.letter.boundary;

import org.openimr.parser.letter.text.SpacingTolerantLiteral;
import org.openimr.parser.letter.text.Whitespace;

/**
 * Finds where the header of a letter with a title starts: at the title, or at a complete header
 * block above it. Everything above that is a cover, which may name other cases.
 */
public final class TitledHeader {
  private static final SpacingTolerantLiteral[] TITLES = {
    LetterHeading.Kind.NOTICE_TITLE.literal(),
    LetterHeading.Kind.NOTICE_TITLE_CAPITALS.literal(),
    LetterHeading.Kind.PROFESSIONAL_TITLE.literal(),
  };

  /** The title of letters whose block is usually recognized by its labels. */
  private static final SpacingTolerantLiteral[] SHORT_TITLES = {
    new SpacingTolerantLiteral("Independent Medical Review"),
    new SpacingTolerantLiteral("INDEPENDENT MEDICAL REVIEW"),
  };

  /** Characters between such a title and the first heading, if there is no cover between them. */
  private static final int MAX_SHORT_HEADER = 600;

  private TitledHeader() {}

  /**
   * Returns the start of the header, or -1 if there is no title.
   *
   * @param to offset of the first heading below the header
   */
  public static int findStart(String text, int to) {
    int title = findLine(text, TITLES, 0, to);
    if (title < 0) {
      title = SpacingTolerantLiteral.findFirst(text, TITLES, 0, to);
    }
    return title < 0
        ? findLine(text, SHORT_TITLES, Math.max(0, to - MAX_SHORT_HEADER), to)
        : HeaderBlockFinder.findStartAbove(text, title);
  }

  /** Returns the first title that starts a line, or -1. */
  private static int findLine(String text, SpacingTolerantLiteral[] titles, int from, int to) {
    int at = SpacingTolerantLiteral.findFirst(text, titles, from, to);
    while (at >= 0 && !startsLine(text, at)) {
      at = SpacingTolerantLiteral.findFirst(text, titles, at + 1, to);
    }
    return at;
  }

  private static boolean startsLine(String text, int at) {
    int before = Whitespace.skipBackward(text, at, 0);
    return before == 0
        || Whitespace.countLineEnds(text, before, at) > 0
        || text.indexOf('\r', before, at) >= 0
        || Whitespace.containsPageBreak(text, before, at);
  }
}
