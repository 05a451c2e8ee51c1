package org.openimr.parser.letter.boundary;

import java.util.ArrayList;
import java.util.List;
import org.openimr.parser.letter.text.LineWrapStyle;
import org.openimr.parser.letter.text.OfficeWords;
import org.openimr.parser.letter.text.SentenceBoundaries;
import org.openimr.parser.letter.text.Whitespace;

/**
 * Lines of a rationale, the first of which may start another text.
 *
 * @param start offset of its first character
 * @param end offset of the next passage, or the end of the letter
 * @param isSetApart whether the layout shows that the passage starts a paragraph, as opposed to
 *     lines that continue one
 */
record Passage(int start, int end, boolean isSetApart) {

  /** Blanks by which the starts of two lines of one paragraph may differ. */
  private static final int MAX_INDENT_DIFFERENCE = 1;

  /** Splits a range into passages. The first one is at least one line. */
  static List<Passage> split(String text, int from, int to, LineWrapStyle wrapStyle) {
    List<Passage> passages = new ArrayList<>();
    Passage open = new Passage(from, to, true);
    int start = from;
    int newline = text.indexOf('\n', start, to);
    while (newline >= 0) {
      int end = Whitespace.skipBackward(text, newline, start);
      int next = Whitespace.skipForward(text, newline, to);
      if (next < to) {
        Gap gap = Gap.between(text, start, end, next, wrapStyle);
        if (mayStart(text, start, end, next, gap)) {
          passages.add(new Passage(open.start, next, open.isSetApart));
          open = new Passage(next, to, gap.isApart() || isNarrow(text, next, to, wrapStyle));
        }
      }
      start = next;
      newline = text.indexOf('\n', next, to);
    }
    passages.add(open);
    return passages;
  }

  /**
   * What the layout shows between two lines.
   *
   * @param isBlank whether there are blank lines that are no page break
   * @param hadRoom whether the first line had room for the next word
   * @param isIndented whether the second line starts further to the right
   */
  private record Gap(boolean isBlank, boolean hadRoom, boolean isIndented) {
    static Gap between(String text, int start, int end, int next, LineWrapStyle wrapStyle) {
      return new Gap(
          Whitespace.countLineEnds(text, end, next) != wrapStyle.lineGap()
              || Whitespace.containsPageBreak(text, end, next),
          !wrapStyle.isWrapped() || wrapStyle.hadRoomFor(end - start, wordLength(text, next)),
          indent(text, next) > indent(text, start) + MAX_INDENT_DIFFERENCE);
    }

    boolean isApart() {
      return isBlank || hadRoom || isIndented;
    }
  }

  private static int indent(String text, int start) {
    int i = start;
    while (i > 0 && text.charAt(i - 1) == ' ') {
      i--;
    }
    return start - i;
  }

  private static boolean mayStart(String text, int start, int end, int next, Gap gap) {
    return SentenceBoundaries.endsAt(text, end, start)
        || gap.isApart() && OfficeWords.openAt(text, next, text.length())
        || gap.isBlank() && Character.isUpperCase(text.charAt(next));
  }

  /** Returns whether a line ends within a sentence although it had room for the next word. */
  private static boolean isNarrow(String text, int start, int to, LineWrapStyle wrapStyle) {
    int newline = text.indexOf('\n', start, to);
    if (newline < 0 || !wrapStyle.isWrapped()) {
      return false;
    }
    int end = Whitespace.skipBackward(text, newline, start);
    int next = Whitespace.skipForward(text, newline, to);
    return !SentenceBoundaries.endsAt(text, end, start)
        && wrapStyle.hadRoomFor(end - start, wordLength(text, next));
  }

  private static int wordLength(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) > ' ') {
      end++;
    }
    return end - start;
  }

  /** Returns whether the passage ends with a sentence. */
  boolean isSentence(String text) {
    return SentenceBoundaries.endsAt(text, Whitespace.skipBackward(text, end, start), start);
  }
}
