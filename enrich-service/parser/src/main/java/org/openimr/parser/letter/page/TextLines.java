package org.openimr.parser.letter.page;

import java.util.Arrays;
import org.openimr.parser.letter.text.SentenceBoundaries;
import org.openimr.parser.letter.text.Whitespace;

/** The lines of a range of text that are not blank, each without the white space around it. */
final class TextLines {
  private final String text;
  private int[] bounds = new int[128];
  private int count;

  private TextLines(String text) {
    this.text = text;
  }

  /** Splits a range into lines at line ends and form feeds. */
  static TextLines of(String text, int from, int to) {
    TextLines lines = new TextLines(text);
    int start = from;
    int pageBreak = from - 1;
    while (start < to) {
      int newline = text.indexOf('\n', start, to);
      pageBreak = pageBreak < start ? orEnd(text.indexOf('\f', start, to), to) : pageBreak;
      int end = Math.min(orEnd(newline, to), pageBreak);
      int first = Whitespace.skipForward(text, start, end);
      if (first < end) {
        lines.add(first, Whitespace.skipBackward(text, end, first));
      }
      start = end + 1;
    }
    return lines;
  }

  private static int orEnd(int found, int to) {
    return found < 0 ? to : found;
  }

  private void add(int start, int end) {
    if (2 * count == bounds.length) {
      bounds = Arrays.copyOf(bounds, 2 * bounds.length);
    }
    bounds[2 * count] = start;
    bounds[2 * count + 1] = end;
    count++;
  }

  int count() {
    return count;
  }

  int start(int line) {
    return bounds[2 * line];
  }

  int end(int line) {
    return bounds[2 * line + 1];
  }

  int length(int line) {
    return end(line) - start(line);
  }

  String get(int line) {
    return text.substring(start(line), end(line));
  }

  /** Returns the index of the line that starts at an offset, or -1. */
  int indexOf(int start) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (bounds[2 * middle] == start) {
        return middle;
      }
      if (bounds[2 * middle] < start) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  /** Returns whether a line starts with a letter in lower case. */
  boolean startsLower(int line) {
    return Character.isLowerCase(text.charAt(start(line)));
  }

  /** Returns whether a line ends with the end of a sentence. */
  boolean endsSentence(int line) {
    return SentenceBoundaries.endsAt(text, end(line), start(line));
  }

  /** Returns the number of line ends between a line and the one before it. */
  int lineEndsBefore(int line) {
    return line == 0 ? 0 : Whitespace.countLineEnds(text, end(line - 1), start(line));
  }
}
