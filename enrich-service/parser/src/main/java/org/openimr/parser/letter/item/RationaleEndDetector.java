package org.openimr.parser.letter.item;

import org.openimr.parser.letter.text.LineWrapStyle;
import org.openimr.parser.letter.text.SentenceBoundaries;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;
import org.openimr.parser.letter.text.Whitespace;

/**
 * Finds where a rationale ends and the heading of the next item starts. Letters do not print a
 * separator between them. A heading consists of the last lines before the decision word. It starts
 * after the end of a sentence, after a blank line if the converter kept blank lines, and after a
 * line that had room for another word.
 */
final class RationaleEndDetector {
  /** Maximum number of lines of a heading. */
  private static final int MAX_LINES = 16;

  /** Maximum number of sentences of a heading. */
  private static final int MAX_SENTENCES = 8;

  /** Maximum length of a heading in characters. */
  private static final int MAX_HEADING_LENGTH = 400;

  private static final SpacingTolerantLiteral ORIGINAL_REQUEST =
      new SpacingTolerantLiteral("original request,");
  private static final SpacingTolerantLiteral IMR_ELIGIBLE =
      new SpacingTolerantLiteral("IMR eligible");
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
  private final LineWrapStyle wrapStyle;
  private final boolean gapsKept;

  private RationaleEndDetector(
      String text, int from, int headingEnd, boolean gapsKept, LineWrapStyle wrapStyle) {
    this.text = text;
    this.from = from;
    this.headingEnd = headingEnd;
    this.gapsKept = gapsKept;
    this.wrapStyle = wrapStyle;
  }

  /**
   * Returns the offset of the next heading.
   *
   * @param from start of the rationale
   * @param headingEnd end of the text of the heading
   * @param gapsKept whether blank lines separate paragraphs
   */
  static int find(
      String text, int from, int headingEnd, boolean gapsKept, LineWrapStyle wrapStyle) {
    int found =
        new RationaleEndDetector(text, from, headingEnd, gapsKept, wrapStyle).findLineStart();
    if (found < 0 && gapsKept) {
      found = new RationaleEndDetector(text, from, headingEnd, false, wrapStyle).findLineStart();
    }
    return found >= 0 ? found : findSentenceStart(text, from, headingEnd);
  }

  /** How well a line matches the start of a heading. */
  private enum Fit {
    NO,
    /** A blank line and a line with room for more precede it, but no end of a sentence. */
    LAYOUT_ONLY,
    YES
  }

  private int findLineStart() {
    int layoutOnly = -1;
    int partial = -1;
    int at = headingEnd;
    for (int lines = 0; lines < MAX_LINES; lines++) {
      int newline = newlineBefore(at);
      if (newline < from) {
        break;
      }
      int start = Whitespace.skipForward(text, newline, headingEnd);
      at = Whitespace.skipBackward(text, newline, from);
      Fit fit = fit(at, start);
      if (fit == Fit.YES && hasFirstSentence(text, start, headingEnd)) {
        return layoutOnly >= 0 && !mayBeOneHeading(start, layoutOnly) ? layoutOnly : start;
      }
      partial = fit == Fit.YES && partial < 0 ? start : partial;
      layoutOnly = fit == Fit.LAYOUT_ONLY && layoutOnly < 0 ? start : layoutOnly;
    }
    return partial >= 0 ? partial : layoutOnly;
  }

  /** Returns the offset of the last line end of the rationale before an offset, or -1. */
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
    boolean gap = Whitespace.countLineEnds(text, previousEnd, start) > wrapStyle.lineGap();
    char last = text.charAt(previousEnd - 1);
    boolean mayBeGap = gap || Whitespace.containsPageBreak(text, previousEnd, start);
    if (gapsKept && !mayBeGap || ",:;-/(&".indexOf(last) >= 0) {
      return Fit.NO;
    }
    boolean capital = !Character.isLowerCase(text.charAt(start));
    if (SentenceBoundaries.endsAt(text, previousEnd, from)) {
      return capital || !SentenceBoundaries.isDottedAbbreviation(text, previousEnd, from)
          ? Fit.YES
          : Fit.NO;
    }
    boolean room = hadRoomFor(previousEnd, start);
    if (endsWithConclusion(previousEnd) && (capital || gap || room)) {
      return Fit.YES;
    }
    return gap && capital && room ? Fit.LAYOUT_ONLY : Fit.NO;
  }

  /** Returns whether a line without a full stop ends with words that conclude a rationale. */
  private boolean endsWithConclusion(int lineEnd) {
    for (SpacingTolerantLiteral words : CONCLUSIONS) {
      if (words.startBefore(text, lineEnd, from) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the line that ends at an offset had room for the next word. */
  private boolean hadRoomFor(int lineEnd, int next) {
    int lineStart = Math.max(from, newlineBefore(lineEnd) + 1);
    int wordEnd = next;
    while (wordEnd < headingEnd && text.charAt(wordEnd) > ' ') {
      wordEnd++;
    }
    int length = lineEnd - Whitespace.skipForward(text, lineStart, lineEnd);
    return !wrapStyle.isWrapped() || wrapStyle.hadRoomFor(length, wordEnd - next);
  }

  /** Returns whether the text from {@code start} may be one heading broken by a page break. */
  private boolean mayBeOneHeading(int start, int resumed) {
    return resumed - start < MAX_HEADING_LENGTH
        && NECESSARY.findByFirstWord(text, start, resumed) < 0;
  }

  /**
   * Returns whether a heading of several sentences includes the first one. True for one sentence.
   */
  private static boolean hasFirstSentence(String text, int start, int end) {
    boolean several =
        IMR_ELIGIBLE.findByFirstWord(text, start, end) >= 0
            || AUTHORIZED.findByFirstWord(text, start, end) >= 0
            || ORIGINAL_REQUEST.findByFirstWord(text, start, end) >= 0;
    return !several || SpacingTolerantLiteral.findFirst(text, WAS_ORIGINAL, start, end) > start;
  }

  /** Returns the offset after the last sentence that ends before the heading does. */
  private static int findSentenceStart(String text, int from, int headingEnd) {
    int best = -1;
    int sentences = 0;
    for (int i = headingEnd - 1; i > from && sentences < MAX_SENTENCES; i--) {
      if (text.charAt(i) <= ' ' && SentenceBoundaries.endsAt(text, i, from)) {
        sentences++;
        int start = Whitespace.skipForward(text, i, headingEnd);
        if (hasFirstSentence(text, start, headingEnd)) {
          return start;
        }
        best = best < 0 ? start : best;
      }
    }
    return best < 0 ? headingEnd : best;
  }
}
