package org.openimr.parser.letter.text;

/** Joins printed lines into running text and replaces each run of white space by one space. */
public final class LineJoiner {
  private final String text;
  private final int to;
  private final int lineGap;
  private final StringBuilder joined;

  /** Offsets of the next white space of each kind. Each is searched for once per occurrence. */
  private int newline = -1;

  private int tab = -1;
  private int pageBreak = -1;
  private int doubleSpace = -1;

  private LineJoiner(String text, int from, int to, int lineGap) {
    this.text = text;
    this.to = to;
    this.lineGap = lineGap;
    this.joined = new StringBuilder(to - from);
  }

  /** Joins all lines and paragraphs of a range into one line. */
  public static String joinLine(String text, int start, int end) {
    return join(text, start, end, Integer.MAX_VALUE);
  }

  /**
   * Joins the lines of each paragraph of a range and puts a blank line between paragraphs. A gap in
   * the middle of a sentence is a page break and does not start a paragraph.
   *
   * @param lineGap number of line ends between two lines of one paragraph, at least 1
   */
  public static String joinParagraphs(String text, int start, int end, int lineGap) {
    return join(text, start, end, lineGap);
  }

  private static String join(String text, int start, int end, int lineGap) {
    int from = Whitespace.skipForward(text, start, end);
    int to = Whitespace.skipBackward(text, end, from);
    return new LineJoiner(text, from, to, lineGap).join(from);
  }

  private String join(int from) {
    int copied = from;
    int gap = nextGap(from);
    while (gap < to) {
      int start = Whitespace.skipBackward(text, gap, copied);
      int next = Whitespace.skipForward(text, gap, to);
      joined.append(text, copied, start).append(separator(start, next));
      copied = next;
      gap = nextGap(next);
    }
    return joined.append(text, copied, to).toString();
  }

  /** Returns the offset of the next white space other than a single space. */
  private int nextGap(int from) {
    newline = newline < from ? orEnd(text.indexOf('\n', from, to)) : newline;
    tab = tab < from ? orEnd(text.indexOf('\t', from, to)) : tab;
    doubleSpace = doubleSpace < from ? orEnd(text.indexOf("  ", from, to)) : doubleSpace;
    pageBreak = pageBreak < from ? orEnd(text.indexOf('\f', from, to)) : pageBreak;
    return Math.min(Math.min(newline, pageBreak), Math.min(tab, doubleSpace));
  }

  private int orEnd(int found) {
    return found < 0 ? to : found;
  }

  private String separator(int from, int next) {
    int lineEnds = Whitespace.countLineEnds(text, from, next);
    if (lineEnds > lineGap && SentenceBoundaries.endsAt(text, from, 0)) {
      return "\n\n";
    }
    boolean hyphenated =
        lineEnds > 0 && from > 1 && text.charAt(from - 1) == '-' && text.charAt(from - 2) > ' ';
    return hyphenated ? "" : " ";
  }
}
