package org.openimr.parser.letter.text;

/** Running text with its printed lines joined and its white space folded. */
public final class LineJoiner {
  private final String text;
  private final int to;
  private final int lineGap;
  private final StringBuilder joined;

  /** The next places where more than one blank stands between words, looked up once each. */
  private int newline = -1;

  private int tab = -1;
  private int pageBreak = -1;
  private int doubled = -1;

  private LineJoiner(String text, int from, int to, int lineGap) {
    this.text = text;
    this.to = to;
    this.lineGap = lineGap;
    this.joined = new StringBuilder(to - from);
  }

  /** All on one line. */
  public static String joinLine(String text, int start, int end) {
    return joined(text, start, end, Integer.MAX_VALUE);
  }

  /**
   * Paragraphs kept apart by a blank line. A gap in mid-sentence is a page break and none.
   *
   * @param lineGap line ends between two lines of one paragraph
   */
  public static String joinParagraphs(String text, int start, int end, int lineGap) {
    return joined(text, start, end, lineGap);
  }

  private static String joined(String text, int start, int end, int lineGap) {
    int from = Whitespace.skipForward(text, start, end);
    int to = Whitespace.skipBackward(text, end, from);
    return new LineJoiner(text, from, to, lineGap).join(from);
  }

  private String join(int from) {
    int copied = from;
    int gap = nextGap(from);
    while (gap < to) {
      int start = Whitespace.skipBackward(text, gap, copied);
      int behind = Whitespace.skipForward(text, gap, to);
      joined.append(text, copied, start).append(glue(start, behind));
      copied = behind;
      gap = nextGap(behind);
    }
    return joined.append(text, copied, to).toString();
  }

  /** The next white space that is not a single blank. */
  private int nextGap(int from) {
    newline = newline < from ? at(text.indexOf('\n', from, to)) : newline;
    tab = tab < from ? at(text.indexOf('\t', from, to)) : tab;
    doubled = doubled < from ? at(text.indexOf("  ", from, to)) : doubled;
    pageBreak = pageBreak < from ? at(text.indexOf('\f', from, to)) : pageBreak;
    return Math.min(Math.min(newline, pageBreak), Math.min(tab, doubled));
  }

  private int at(int found) {
    return found < 0 ? to : found;
  }

  private String glue(int from, int behind) {
    int lineEnds = Whitespace.countLineEnds(text, from, behind);
    if (lineEnds > lineGap && SentenceBoundaries.endsAt(text, from, 0)) {
      return "\n\n";
    }
    boolean hyphenated =
        lineEnds > 0 && from > 1 && text.charAt(from - 1) == '-' && text.charAt(from - 2) > ' ';
    return hyphenated ? "" : " ";
  }
}
