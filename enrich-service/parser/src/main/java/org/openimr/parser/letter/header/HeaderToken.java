package org.openimr.parser.letter.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openimr.parser.letter.text.Whitespace;

/**
 * A date label or a date in a header block.
 *
 * @param label the label, or null for a date
 * @param start offset of the first character
 * @param end offset just past the last character
 */
record HeaderToken(@Nullable DateLabel label, int start, int end) {
  /** Words of the block other than labels of dates. A date after another word is no value. */
  private static final Set<String> BLOCK_WORDS =
      Set.of(
          "Case",
          "Number",
          "No",
          "IMR",
          "MAXIMUS",
          "Priority",
          "Standard",
          "Expedited",
          "Application",
          "Received");

  boolean isDate() {
    return label == null;
  }

  /**
   * Returns all date labels and dates of a block in order. A date in running text or in a stamp,
   * after other words on its line, is not part of the block.
   */
  static List<HeaderToken> scan(String text, int from, int to) {
    List<HeaderToken> tokens = new ArrayList<>(12);
    boolean inProse = false;
    int i = Whitespace.skipForward(text, from, to);
    while (i < to) {
      DateLabel label = DateLabel.startingAt(text, i, to);
      int end = label != null ? label.endAt(text, i, to) : PrintedDateParser.endAt(text, i, to);
      if (end >= 0 && (label != null || !inProse)) {
        tokens.add(new HeaderToken(label, i, end));
      }
      int wordEnd = end >= 0 ? end : wordEnd(text, i, to);
      inProse = label == null && (inProse || end < 0 && isProse(text, i, wordEnd, tokens));
      i = Whitespace.skipForward(text, wordEnd, to);
      inProse &= Whitespace.countLineEnds(text, wordEnd, i) == 0;
    }
    return tokens;
  }

  /** Returns whether a word cannot stand beside a value of the block. */
  private static boolean isProse(String text, int start, int end, List<HeaderToken> tokens) {
    boolean afterLabel =
        !tokens.isEmpty()
            && !tokens.getLast().isDate()
            && Whitespace.countLineEnds(text, tokens.getLast().end(), start) == 0;
    if (afterLabel || CaseNumberParser.parseAt(text, start) != null) {
      return false;
    }
    int first = start;
    while (first < end && !Character.isLetter(text.charAt(first))) {
      first++;
    }
    int last = end;
    while (last > first && !Character.isLetter(text.charAt(last - 1))) {
      last--;
    }
    return first < last && !BLOCK_WORDS.contains(text.substring(first, last));
  }

  private static int wordEnd(String text, int from, int to) {
    int end = from;
    while (end < to && text.charAt(end) > ' ') {
      end++;
    }
    return end;
  }
}
