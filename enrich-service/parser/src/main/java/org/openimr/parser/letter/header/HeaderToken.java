package org.openimr.parser.letter.header;

import java.util.ArrayList;
import java.util.List;
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

  boolean isDate() {
    return label == null;
  }

  /** Returns all date labels and dates of a block that ends at offset {@code to}, in order. */
  static List<HeaderToken> scan(String text, int to) {
    List<HeaderToken> tokens = new ArrayList<>(12);
    int i = Whitespace.skipForward(text, 0, to);
    while (i < to) {
      DateLabel label = DateLabel.startingAt(text, i, to);
      int end = label != null ? label.endAt(text, i, to) : PrintedDateParser.endAt(text, i, to);
      if (end >= 0) {
        tokens.add(new HeaderToken(label, i, end));
      }
      i = Whitespace.skipForward(text, end >= 0 ? end : wordEnd(text, i, to), to);
    }
    return tokens;
  }

  private static int wordEnd(String text, int from, int to) {
    int end = from;
    while (end < to && text.charAt(end) > ' ') {
      end++;
    }
    return end;
  }
}
