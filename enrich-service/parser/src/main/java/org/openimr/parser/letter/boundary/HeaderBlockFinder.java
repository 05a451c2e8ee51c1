package org.openimr.parser.letter.boundary;

import org.openimr.parser.letter.text.Whitespace;
import org.openimr.parser.letter.text.WordTable;

/**
 * Finds where the header block of a letter starts. The block consists of the lines above the first
 * heading that hold only labels of the block, dates, the case number and the priority, in whatever
 * order a converter extracted the cells of the table.
 */
public final class HeaderBlockFinder {
  /** Lines of other text, such as an address or a stamp, that may be between lines of the block. */
  private static final int MAX_OTHER_LINES = 3;

  /** Labels of a block that is certainly of the letter although other text follows it. */
  private static final int MIN_LABELS_APART = 3;

  /** Lines of a block whose cells are each on a line of their own, with a margin. */
  private static final int MAX_LINES = 60;

  /** Digits of a month or day, with which a date starts. */
  private static final int MAX_DAY_DIGITS = 2;

  private static final WordTable WORDS =
      WordTable.of(
          "case",
          "cm",
          "number",
          "no",
          "date",
          "dates",
          "assigned",
          "of",
          "injury",
          "decision",
          "ur",
          "denial",
          "priority",
          "application",
          "received",
          "standard",
          "expedited",
          "imr",
          "dated",
          "utilization",
          "review");

  /** The words that start a label; a block has each label once. */
  private static final String[] LABELS = {
    "Case Number", "Date Assigned", "Date of Injury", "Decision Date", "UR Denial", "Priority"
  };

  private HeaderBlockFinder() {}

  /**
   * Returns the start of the block's first line, or {@code heading} if no line of a block precedes
   * the heading. A cover may print a few of the labels for another case, so that few labels that
   * other lines or a page break separate from the heading are not a block.
   *
   * @param from start of the range to look at
   * @param heading start of the heading below the block
   */
  public static int findStart(String text, int from, int heading) {
    return findStart(
        text,
        from,
        heading,
        Whitespace.containsPageBreak(text, Whitespace.skipBackward(text, heading, from), heading));
  }

  /** Returns the start of a block above a title, which must have several of the labels. */
  static int findStartAbove(String text, int title) {
    return findStart(text, 0, title, true);
  }

  private static int findStart(String text, int from, int heading, boolean isApart) {
    int block = heading;
    int labels = 0;
    int others = 0;
    int end = Whitespace.skipBackward(text, heading, from);
    boolean apart = isApart;
    for (int lines = 0; lines < MAX_LINES && end > from && others <= MAX_OTHER_LINES; lines++) {
      int start = lineStart(text, end, from);
      if (isBlockLine(text, start, end)) {
        int found = labelsIn(text, start, end);
        if ((labels & found) != 0) {
          break;
        }
        apart |= labels == 0 && others > 0;
        labels |= found;
        block = found != 0 || others == 0 ? start : block;
        others = found != 0 ? 0 : others;
      } else {
        others++;
      }
      end = Whitespace.skipBackward(text, start, from);
    }
    return labels == 0 || apart && Integer.bitCount(labels) < MIN_LABELS_APART ? heading : block;
  }

  private static int lineStart(String text, int end, int from) {
    int start = end;
    while (start > from && text.charAt(start - 1) != '\n' && text.charAt(start - 1) != '\f') {
      start--;
    }
    return Whitespace.skipForward(text, start, end);
  }

  private static int labelsIn(String text, int start, int end) {
    int found = 0;
    for (int k = 0; k < LABELS.length; k++) {
      found |= text.indexOf(LABELS[k], start, end) >= 0 ? 1 << k : 0;
    }
    return found;
  }

  /** Returns whether all words of a line are words of labels, dates or parts of a case number. */
  private static boolean isBlockLine(String text, int start, int end) {
    boolean letterOrDate = false;
    int i = start;
    while (i < end) {
      int wordEnd = wordEnd(text, i, end);
      boolean number = Character.isDigit(text.charAt(i));
      if (number ? !isNumberOrDate(text, i, wordEnd) : !isOtherWord(text, i, wordEnd)) {
        return false;
      }
      letterOrDate |= !number || !isDigits(text, i, wordEnd);
      i = Whitespace.skipForward(text, wordEnd, end);
    }
    return letterOrDate;
  }

  private static int wordEnd(String text, int start, int end) {
    int i = start;
    while (i < end && text.charAt(i) > ' ') {
      i++;
    }
    return i;
  }

  private static boolean isDigits(String text, int start, int end) {
    int i = start;
    while (i < end && Character.isDigit(text.charAt(i))) {
      i++;
    }
    return i == end;
  }

  /** Returns whether a word may be a date or a part of a number, and no telephone number. */
  private static boolean isNumberOrDate(String text, int start, int end) {
    int digits = start;
    while (digits < end && Character.isLetterOrDigit(text.charAt(digits))) {
      digits++;
    }
    boolean date = digits - start <= MAX_DAY_DIGITS;
    return (date || digits == end) && Character.isLetterOrDigit(text.charAt(end - 1));
  }

  private static boolean isOtherWord(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return isLabelWord(text, start, end);
  }

  private static boolean isLabelWord(String text, int start, int end) {
    int to = end;
    while (to > start && !Character.isLetter(text.charAt(to - 1))) {
      to--;
    }
    int from = start;
    while (from < to && !Character.isLetter(text.charAt(from))) {
      from++;
    }
    return from == to || WORDS.bitsOf(text, from, to) != 0;
  }
}
