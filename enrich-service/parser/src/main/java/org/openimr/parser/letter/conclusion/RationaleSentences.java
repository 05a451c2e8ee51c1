package org.openimr.parser.letter.conclusion;

import org.openimr.parser.letter.text.SentenceBoundaries;
import org.openimr.parser.letter.text.Whitespace;

/** Splits a rationale into sentences, from its end to its start. */
final class RationaleSentences {
  private RationaleSentences() {}

  /** Returns the offset just past the last character before {@code end} that is not blank. */
  static int trimEnd(String text, int end) {
    return Whitespace.skipBackward(text, end, 0);
  }

  /**
   * Returns the start of the sentence that ends at an offset. A sentence ends with its paragraph,
   * or with a full stop that no lower-case word follows. The space after the full stop may be
   * missing.
   */
  static int startBefore(String text, int end) {
    for (int i = end - 2; i > 0; i--) {
      char c = text.charAt(i);
      if (c == '\n') {
        return i + 1;
      }
      if (c == '.' || c == '!' || c == '?') {
        int start = startAfter(text, i + 1, end);
        if (start >= 0) {
          return start;
        }
      }
    }
    return 0;
  }

  /** Returns the start of the sentence after a full stop, or -1 if no sentence ends there. */
  private static int startAfter(String text, int stop, int end) {
    int gap = stop;
    while (gap < end && "\"')]\u201d\u2019".indexOf(text.charAt(gap)) >= 0) {
      gap++;
    }
    int next = Whitespace.skipForward(text, gap, end);
    if (next == gap) {
      return isGluedStart(text, gap) ? gap : -1;
    }
    boolean ends = next < end && !Character.isLowerCase(text.charAt(next));
    return ends && SentenceBoundaries.endsAt(text, gap, 0) ? next : -1;
  }

  /** Returns whether a sentence starts at an offset without a space after the previous one. */
  private static boolean isGluedStart(String text, int at) {
    return at > 1
        && text.charAt(at - 1) == '.'
        && Character.isUpperCase(text.charAt(at))
        && Character.isLowerCase(text.charAt(at - 2))
        && at + 1 < text.length()
        && Character.isLowerCase(text.charAt(at + 1));
  }
}
