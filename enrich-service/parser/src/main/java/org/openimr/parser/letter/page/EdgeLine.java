package org.openimr.parser.letter.page;

import java.util.ArrayList;
import java.util.List;
import org.openimr.parser.letter.text.Whitespace;

/**
 * A line near the upper or lower edge of a page.
 *
 * @param page index of the page, from 0
 * @param isTop whether it is near the upper edge
 * @param rank its distance from the edge in lines; 0 for the line at the edge
 * @param start offset of its first character
 * @param end offset just past its last character
 * @param isIsolated whether a blank line separates it from the next line away from the edge
 */
record EdgeLine(int page, boolean isTop, int rank, int start, int end, boolean isIsolated) {
  /** Lines at each edge that are looked at: a stamp of three lines and one line more. */
  private static final int LINES = 4;

  /**
   * The lines near an edge of a page.
   *
   * @param lines the lines, from the edge inwards
   * @param beyondStart start of the line after them, by which copies of a page are recognized
   * @param beyondEnd end of that line
   */
  record Edge(List<EdgeLine> lines, int beyondStart, int beyondEnd) {
    /** Returns the line after them, which may be empty. */
    String beyond(String text) {
      return text.substring(beyondStart, beyondEnd).strip();
    }
  }

  /** Returns the lines near the upper edge of a page. */
  static Edge top(String text, int page, int from, int to) {
    List<EdgeLine> lines = new ArrayList<>(LINES);
    int start = Whitespace.skipForward(text, from, to);
    for (int k = 0; k < LINES && start < to; k++) {
      int newline = text.indexOf('\n', start, to);
      int lineEnd = newline < 0 ? to : newline;
      int end = Whitespace.skipBackward(text, lineEnd, start);
      int next = Whitespace.skipForward(text, lineEnd, to);
      boolean gap = Whitespace.countLineEnds(text, end, next) > 1;
      lines.add(new EdgeLine(page, true, k, start, end, gap));
      start = next;
    }
    int newline = text.indexOf('\n', start, to);
    return new Edge(lines, start, newline < 0 ? to : newline);
  }

  /** Returns the lines near the lower edge of a page. */
  static Edge bottom(String text, int page, int from, int to) {
    List<EdgeLine> lines = new ArrayList<>(LINES);
    int end = Whitespace.skipBackward(text, to, from);
    for (int k = 0; k < LINES && end > from; k++) {
      int newline = text.lastIndexOf('\n', end - 1);
      int start = Whitespace.skipForward(text, Math.max(from, newline + 1), end);
      int previous = Whitespace.skipBackward(text, Math.max(from, newline), from);
      boolean gap = Whitespace.countLineEnds(text, previous, start) > 1;
      lines.add(new EdgeLine(page, false, k, start, end, gap));
      end = previous;
    }
    int newline = end > from ? text.lastIndexOf('\n', end - 1) : -1;
    return new Edge(lines, Math.max(from, newline + 1), end);
  }

  /** Returns a number that no other line of the document has. */
  int id() {
    return edge() * LINES + rank;
  }

  /** Returns the number of its edge in the order of the text, from 0. */
  int edge() {
    return 2 * page + (isTop ? 0 : 1);
  }

  int length() {
    return end - start;
  }
}
