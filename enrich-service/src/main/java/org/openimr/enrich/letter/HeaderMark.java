package org.openimr.enrich.letter;

import java.util.ArrayList;
import java.util.List;

/**
 * A label or a date in a header block.
 *
 * @param label null for a date
 */
record HeaderMark(DateLabel label, int start, int end) {

  boolean date() {
    return label == null;
  }

  /** All labels of dates and all dates of a block that ends at offset {@code to}, in order. */
  static List<HeaderMark> in(String text, int to) {
    List<HeaderMark> marks = new ArrayList<>(12);
    int i = Blanks.skip(text, 0, to);
    while (i < to) {
      DateLabel label = DateLabel.at(text, i, to);
      int end = label != null ? label.end(text, i, to) : Dates.end(text, i, to);
      if (end >= 0) {
        marks.add(new HeaderMark(label, i, end));
      }
      i = Blanks.skip(text, end >= 0 ? end : wordEnd(text, i, to), to);
    }
    return marks;
  }

  private static int wordEnd(String text, int from, int to) {
    int end = from;
    while (end < to && text.charAt(end) > ' ') {
      end++;
    }
    return end;
  }
}
