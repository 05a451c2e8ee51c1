package org.openimr.parser.letter.conclusion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The quotations in a text. A mark that is never closed, or is a unit such as 5", is ignored. */
final class QuotedRanges {
  private record Range(int start, int end) {}

  private final String text;
  private int searchedFrom;
  private boolean hasMark;
  private @Nullable List<Range> ranges;

  QuotedRanges(String text) {
    this.text = text;
    this.searchedFrom = text.length();
  }

  private List<Range> find() {
    List<Range> found = new ArrayList<>();
    int open = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (open < 0 && opens(text, i, c)) {
        open = i;
      } else if (open >= 0 && (c == '\u201d' || c == '"' && !opens(text, i, c))) {
        found.add(new Range(open, i));
        open = -1;
      }
    }
    return found;
  }

  private static boolean opens(String text, int at, char c) {
    boolean afterGap = at == 0 || text.charAt(at - 1) <= ' ' || text.charAt(at - 1) == '(';
    return c == '\u201c' || c == '"' && afterGap;
  }

  /** Returns whether an offset is inside a quotation. */
  boolean contains(int offset) {
    if (!hasMarkAfter(offset)) {
      return false;
    }
    ranges = ranges == null ? find() : ranges;
    return contains(ranges, offset);
  }

  /** Returns whether there may be a closing mark after an offset. Searches each part once. */
  private boolean hasMarkAfter(int offset) {
    if (!hasMark && offset < searchedFrom) {
      hasMark =
          text.indexOf('"', offset, searchedFrom) >= 0
              || text.indexOf('\u201d', offset, searchedFrom) >= 0;
      searchedFrom = offset;
    }
    return hasMark;
  }

  private static boolean contains(List<Range> ranges, int offset) {
    int low = 0;
    int high = ranges.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (ranges.get(middle).end < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < ranges.size() && ranges.get(low).start < offset;
  }
}
