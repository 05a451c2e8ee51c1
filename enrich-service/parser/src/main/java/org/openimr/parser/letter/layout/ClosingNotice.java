package org.openimr.parser.letter.layout;

import java.util.Locale;
import org.openimr.parser.letter.text.Whitespace;

/** The notice after the last item of older letters, {@code Effect of the Decision:}. */
final class ClosingNotice {
  private static final String[] HEADINGS = {
    "effect of the decision",
    "effect of this decision",
    "effect of decision",
    "effect of the determination",
    "effect of this determination",
    "effect of the final determination",
    "disclaimer",
  };
  private static final int MAX_LENGTH = 40;

  private ClosingNotice() {}

  /** Returns the offset of the next notice between two offsets, or {@code to}. */
  static int find(String text, int from, int to) {
    int line = from;
    while (line < to) {
      int newline = text.indexOf('\n', line, to);
      int lineEnd = newline < 0 ? to : newline;
      int start = Whitespace.skipForward(text, line, lineEnd);
      if (start < lineEnd && isHeading(text, start, lineEnd)) {
        return start;
      }
      line = lineEnd + 1;
    }
    return to;
  }

  /** Returns whether a line is a heading of a notice, or a heading, a colon and its text. */
  private static boolean isHeading(String text, int start, int lineEnd) {
    char first = text.charAt(start);
    if (first != 'E' && first != 'D') {
      return false;
    }
    int end = Math.min(lineEnd, start + MAX_LENGTH);
    String line = text.substring(start, end).toLowerCase(Locale.ROOT).replaceAll(" {2,}", " ");
    for (String heading : HEADINGS) {
      if (line.startsWith(heading)) {
        String rest = line.substring(heading.length()).strip();
        return rest.isEmpty() || rest.startsWith(":") || rest.startsWith(".") && rest.length() == 1;
      }
    }
    return false;
  }
}
