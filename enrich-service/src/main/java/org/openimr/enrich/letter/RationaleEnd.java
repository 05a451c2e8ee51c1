package org.openimr.enrich.letter;

/**
 * Finds where a rationale ends and the next item's heading starts. Nothing is printed between them,
 * so it is told by what a heading is: the last lines before the decision word, which start behind
 * the end of a sentence, behind a gap where the converter kept gaps, and behind a line that had
 * room for more.
 */
final class RationaleEnd {
  private static final int MOST_LINES = 16;
  private static final int ENOUGH = 3;
  private static final Literal ELIGIBLE = new Literal("IMR eligible");
  private static final Literal AUTHORIZED = new Literal("authorized by the Claims");
  private static final Literal WAS_ORIGINAL = new Literal("the original request.");

  private RationaleEnd() {}

  /**
   * The offset of the next heading.
   *
   * @param from where the rationale starts
   * @param headingEnd where the heading's text ends
   * @param label where the label behind the decision word starts
   */
  static int find(String text, int from, int headingEnd, int label, Typesetting typesetting) {
    int decisionEnd = Blanks.skipBack(text, label, headingEnd);
    boolean gaps = Blanks.lineEnds(text, decisionEnd, label) > typesetting.lineGap();
    int found = lineStart(text, from, headingEnd, typesetting, gaps);
    if (found < 0 && gaps) {
      found = lineStart(text, from, headingEnd, typesetting, false);
    }
    return found >= 0 ? found : sentenceStart(text, from, headingEnd);
  }

  private static int lineStart(
      String text, int from, int headingEnd, Typesetting typesetting, boolean gaps) {
    int best = -1;
    int at = headingEnd;
    for (int lines = 0; lines < MOST_LINES; lines++) {
      int newline = text.lastIndexOf('\n', at - 1);
      if (newline < from) {
        break;
      }
      int lineStart = Blanks.skip(text, newline, headingEnd);
      int previousEnd = Blanks.skipBack(text, newline, from);
      int score = score(text, from, previousEnd, lineStart, headingEnd, typesetting, gaps);
      if (score >= ENOUGH) {
        if (whole(text, lineStart, headingEnd)) {
          return lineStart;
        }
        best = best < 0 ? lineStart : best;
      }
      at = previousEnd;
    }
    return best;
  }

  private static int score(
      String text,
      int from,
      int previousEnd,
      int lineStart,
      int headingEnd,
      Typesetting typesetting,
      boolean gaps) {
    if (previousEnd <= from) {
      return 0;
    }
    int previousStart =
        Math.max(from, Blanks.skip(text, text.lastIndexOf('\n', previousEnd - 1) + 1, previousEnd));
    int wordEnd = lineStart;
    while (wordEnd < headingEnd && text.charAt(wordEnd) > ' ') {
      wordEnd++;
    }
    boolean sentence = Sentences.endsAt(text, previousEnd, from);
    boolean gap = Blanks.lineEnds(text, previousEnd, lineStart) > typesetting.lineGap();
    boolean room =
        !typesetting.wrapped()
            || typesetting.hadRoomFor(previousEnd - previousStart, wordEnd - lineStart);
    char last = text.charAt(previousEnd - 1);
    if (gaps && !gap || last == ',' || last == ':' || last == '-') {
      return 0;
    }
    return (sentence ? 3 : 0)
        + (gap ? 2 : 0)
        + (room ? 1 : 0)
        - (Character.isLowerCase(text.charAt(lineStart)) ? 1 : 0);
  }

  /** Whether a heading has its first sentence, where it is one of several. */
  private static boolean whole(String text, int start, int end) {
    boolean several =
        ELIGIBLE.findWhole(text, start, end) >= 0 || AUTHORIZED.findWhole(text, start, end) >= 0;
    return !several || WAS_ORIGINAL.findWhole(text, start, end) > start + "was ".length();
  }

  /** Where all is on one line: behind the last sentence that ends before the heading's end. */
  private static int sentenceStart(String text, int from, int headingEnd) {
    int best = -1;
    for (int i = headingEnd - 1; i > from; i--) {
      if (text.charAt(i) <= ' ' && Sentences.endsAt(text, i, from)) {
        int start = Blanks.skip(text, i, headingEnd);
        if (whole(text, start, headingEnd)) {
          return start;
        }
        best = best < 0 ? start : best;
      }
    }
    return best < 0 ? headingEnd : best;
  }
}
