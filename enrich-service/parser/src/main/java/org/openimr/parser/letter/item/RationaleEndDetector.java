package org.openimr.parser.letter.item;

import org.openimr.parser.letter.text.LineWrapStyle;
import org.openimr.parser.letter.text.SentenceBoundaries;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;
import org.openimr.parser.letter.text.Whitespace;

/**
 * Finds where a rationale ends and the next item's heading starts. Nothing is printed between them,
 * so it is told by what a heading is: the last lines before the decision word, which start behind
 * the end of a sentence, behind a gap where the converter kept gaps, and behind a line that had
 * room for more.
 */
final class RationaleEndDetector {
  private static final int MAX_LINES = 16;

  /** No heading has as many sentences. */
  private static final int MAX_SENTENCES = 8;

  /** A heading is shorter than this, however it was torn. */
  private static final int MAX_HEADING_LENGTH = 400;

  private static final SpacingTolerantLiteral SOME_OF_IT =
      new SpacingTolerantLiteral("original request,");
  private static final SpacingTolerantLiteral ELIGIBLE = new SpacingTolerantLiteral("IMR eligible");
  private static final SpacingTolerantLiteral AUTHORIZED =
      new SpacingTolerantLiteral("authorized by the Claims");
  private static final SpacingTolerantLiteral[] WAS_ORIGINAL = {
    new SpacingTolerantLiteral("was the original request"),
    new SpacingTolerantLiteral("were the original request"),
  };
  private static final SpacingTolerantLiteral NECESSARY =
      new SpacingTolerantLiteral("medically necessary");

  private static final SpacingTolerantLiteral[] CONCLUSIONS = {
    NECESSARY,
    new SpacingTolerantLiteral("necessary and appropriate"),
    new SpacingTolerantLiteral("necessary at this time"),
    new SpacingTolerantLiteral("non-certified"),
    new SpacingTolerantLiteral("not certified"),
    new SpacingTolerantLiteral("not established"),
    new SpacingTolerantLiteral("not been established"),
    new SpacingTolerantLiteral("not supported"),
    new SpacingTolerantLiteral("not recommended"),
    new SpacingTolerantLiteral("is denied"),
  };

  private final String text;
  private final int from;
  private final int headingEnd;
  private final LineWrapStyle typesetting;
  private final boolean gapsKept;

  private RationaleEndDetector(
      String text, int from, int headingEnd, boolean gapsKept, LineWrapStyle typesetting) {
    this.text = text;
    this.from = from;
    this.headingEnd = headingEnd;
    this.gapsKept = gapsKept;
    this.typesetting = typesetting;
  }

  /**
   * The offset of the next heading.
   *
   * @param from where the rationale starts
   * @param headingEnd where the heading's text ends
   * @param gapsKept whether paragraphs are set apart from each other
   */
  static int find(
      String text, int from, int headingEnd, boolean gapsKept, LineWrapStyle typesetting) {
    int found = new RationaleEndDetector(text, from, headingEnd, gapsKept, typesetting).lineStart();
    if (found < 0 && gapsKept) {
      found = new RationaleEndDetector(text, from, headingEnd, false, typesetting).lineStart();
    }
    return found >= 0 ? found : sentenceStart(text, from, headingEnd);
  }

  /** How well a line start answers to the start of a heading. */
  private enum Fit {
    NO,
    /** The line before had room for more, or a gap lies between, but no sentence ends there. */
    LAYOUT_ONLY,
    YES
  }

  private int lineStart() {
    int layoutOnly = -1;
    int torn = -1;
    int at = headingEnd;
    for (int lines = 0; lines < MAX_LINES; lines++) {
      int newline = newlineBefore(at);
      if (newline < from) {
        break;
      }
      int start = Whitespace.skipForward(text, newline, headingEnd);
      at = Whitespace.skipBackward(text, newline, from);
      Fit fit = fit(at, start);
      if (fit == Fit.YES && whole(text, start, headingEnd)) {
        return layoutOnly >= 0 && !oneHeading(start, layoutOnly) ? layoutOnly : start;
      }
      torn = fit == Fit.YES && torn < 0 ? start : torn;
      layoutOnly = fit == Fit.LAYOUT_ONLY && layoutOnly < 0 ? start : layoutOnly;
    }
    return torn >= 0 ? torn : layoutOnly;
  }

  /** Where the last line end before an offset stands, not before this rationale; or -1. */
  private int newlineBefore(int end) {
    for (int i = end - 1; i >= from; i--) {
      if (text.charAt(i) == '\n') {
        return i;
      }
    }
    return -1;
  }

  private Fit fit(int previousEnd, int start) {
    if (previousEnd <= from) {
      return Fit.NO;
    }
    boolean gap = Whitespace.countLineEnds(text, previousEnd, start) > typesetting.lineGap();
    char last = text.charAt(previousEnd - 1);
    if (gapsKept && !gap || ",:;-/(&".indexOf(last) >= 0) {
      return Fit.NO;
    }
    boolean capital = !Character.isLowerCase(text.charAt(start));
    if (SentenceBoundaries.endsAt(text, previousEnd, from)) {
      return capital || !SentenceBoundaries.isDottedAbbreviation(text, previousEnd, from)
          ? Fit.YES
          : Fit.NO;
    }
    boolean room = hadRoomFor(previousEnd, start);
    if (concluded(previousEnd) && (capital || gap || room)) {
      return Fit.YES;
    }
    return gap && capital && room ? Fit.LAYOUT_ONLY : Fit.NO;
  }

  /** Whether a line ends with words that end a rationale, for want of a full stop. */
  private boolean concluded(int lineEnd) {
    for (SpacingTolerantLiteral words : CONCLUSIONS) {
      if (words.startBefore(text, lineEnd, from) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether the line that ends at an offset could have held the next word as well. */
  private boolean hadRoomFor(int lineEnd, int next) {
    int lineStart = Math.max(from, newlineBefore(lineEnd) + 1);
    int wordEnd = next;
    while (wordEnd < headingEnd && text.charAt(wordEnd) > ' ') {
      wordEnd++;
    }
    int length = lineEnd - Whitespace.skipForward(text, lineStart, lineEnd);
    return !typesetting.isWrapped() || typesetting.hadRoomFor(length, wordEnd - next);
  }

  /** Whether all from {@code start} on may be one heading that a page break tore apart. */
  private boolean oneHeading(int start, int torn) {
    return torn - start < MAX_HEADING_LENGTH && NECESSARY.findWhole(text, start, torn) < 0;
  }

  /** Whether a heading has its first sentence, where it is one of several. */
  private static boolean whole(String text, int start, int end) {
    boolean several =
        ELIGIBLE.findWhole(text, start, end) >= 0
            || AUTHORIZED.findWhole(text, start, end) >= 0
            || SOME_OF_IT.findWhole(text, start, end) >= 0;
    return !several || SpacingTolerantLiteral.findFirst(text, WAS_ORIGINAL, start, end) > start;
  }

  /** Where all is on one line: behind the last sentence that ends before the heading's end. */
  private static int sentenceStart(String text, int from, int headingEnd) {
    int best = -1;
    int sentences = 0;
    for (int i = headingEnd - 1; i > from && sentences < MAX_SENTENCES; i--) {
      if (text.charAt(i) <= ' ' && SentenceBoundaries.endsAt(text, i, from)) {
        sentences++;
        int start = Whitespace.skipForward(text, i, headingEnd);
        if (whole(text, start, headingEnd)) {
          return start;
        }
        best = best < 0 ? start : best;
      }
    }
    return best < 0 ? headingEnd : best;
  }
}
