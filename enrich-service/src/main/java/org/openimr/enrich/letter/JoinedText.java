package org.openimr.enrich.letter;

/** Running text with its printed lines joined. */
final class JoinedText {
  private JoinedText() {}

  /** All on one line. */
  static String line(String text, int start, int end) {
    return joined(text, start, end, Integer.MAX_VALUE);
  }

  /**
   * Paragraphs kept apart by a blank line. A gap in mid-sentence is a page break and none.
   *
   * @param lineGap line ends between two lines of one paragraph
   */
  static String paragraphs(String text, int start, int end, int lineGap) {
    return joined(text, start, end, lineGap);
  }

  private static String joined(String text, int start, int end, int lineGap) {
    int from = Blanks.skip(text, start, end);
    int to = Blanks.skipBack(text, end, from);
    StringBuilder joined = new StringBuilder(to - from);
    int copied = from;
    int i = from;
    while (i < to) {
      char c = text.charAt(i);
      if (c > ' ' || c == ' ' && text.charAt(i + 1) > ' ') {
        i++;
        continue;
      }
      joined.append(text, copied, i);
      int behind = Blanks.skip(text, i, to);
      joined.append(glue(text, i, behind, joined, lineGap));
      copied = behind;
      i = behind;
    }
    return joined.append(text, copied, to).toString();
  }

  private static String glue(String text, int from, int to, StringBuilder before, int lineGap) {
    int lineEnds = Blanks.lineEnds(text, from, to);
    if (lineEnds > lineGap && Sentences.endsAt(text, from, 0)) {
      return "\n\n";
    }
    int length = before.length();
    boolean hyphenated =
        lineEnds > 0
            && length > 1
            && before.charAt(length - 1) == '-'
            && before.charAt(length - 2) > ' ';
    return hyphenated ? "" : " ";
  }
}
