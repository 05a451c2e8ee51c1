package org.openimr.parser.letter.item;

import org.openimr.parser.letter.text.SentenceBoundaries;
import org.openimr.parser.letter.text.Whitespace;

/**
 * Finds passages that a page which is there twice may have added to a text. Such a passage repeats
 * the end of the text before it, or is a paragraph that starts within a sentence.
 */
final class SplicedText {
  private static final String PARAGRAPH_BREAK = "\n\n";

  /** Characters at the end of a text that are looked for before. */
  private static final int TAIL = 20;

  /** Equal characters before two such ends that are more than the same conclusion. */
  private static final int MIN_EQUAL = 100;

  private SplicedText() {}

  /**
   * Returns whether a text has such a passage.
   *
   * @param text paragraphs separated by blank lines, each with its lines joined
   */
  static boolean isIn(String text) {
    return repeatsEnd(text) || hasParagraphWithinSentence(text);
  }

  private static boolean repeatsEnd(String text) {
    int tail = Math.max(text.length() - TAIL, 0);
    int end = text.lastIndexOf(text.substring(tail), tail - TAIL) + TAIL;
    if (end < TAIL) {
      return false;
    }
    int repeated = text.length() - Whitespace.skipForward(text, end, text.length());
    int equal = TAIL;
    while (equal < end && text.charAt(end - 1 - equal) == text.charAt(text.length() - 1 - equal)) {
      equal++;
    }
    return equal >= Math.min(repeated, MIN_EQUAL);
  }

  private static boolean hasParagraphWithinSentence(String text) {
    int end = text.indexOf(PARAGRAPH_BREAK);
    while (end >= 0) {
      int start = end + PARAGRAPH_BREAK.length();
      if (startsWithinSentence(text, start) && SentenceBoundaries.endsAt(text, end, 0)) {
        return true;
      }
      end = text.indexOf(PARAGRAPH_BREAK, start);
    }
    return false;
  }

  /** Returns whether a paragraph starts with a word in lower case that marks no list entry. */
  private static boolean startsWithinSentence(String text, int start) {
    int first = start < text.length() && text.charAt(start) == '(' ? start + 1 : start;
    int i = first;
    while (i < text.length() && Character.isLowerCase(text.charAt(i))) {
      i++;
    }
    return i > first + 1 && i < text.length() && text.charAt(i) != ')' && text.charAt(i) != '.';
  }
}
