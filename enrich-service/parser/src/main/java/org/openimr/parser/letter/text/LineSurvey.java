package org.openimr.parser.letter.text;

import java.util.Arrays;

/** What the first characters of the lines of a text tell, collected in one pass. */
public final class LineSurvey {
  private int lines;
  private int quotes;
  private int bars;
  private int digitsFirst;
  private boolean markdown;
  private int[] capitalStarts = new int[32];
  private int capitals;
  private int[] footerStarts = new int[16];
  private int footers;

  private LineSurvey() {}

  /** Surveys the lines of a text; line ends and form feeds separate them. */
  public static LineSurvey of(String text) {
    LineSurvey survey = new LineSurvey();
    int start = 0;
    while (start < text.length()) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      int first = Whitespace.skipForward(text, start, end);
      if (first < end) {
        survey.add(text, first, Whitespace.skipBackward(text, end, first));
      }
      start = end + 1;
    }
    return survey;
  }

  private void add(String text, int first, int end) {
    lines++;
    char c = text.charAt(first);
    quotes += c == '>' ? 1 : 0;
    bars += c == '|' ? 1 : 0;
    markdown |= c == '*' || c == '#';
    boolean digit = c >= '0' && c <= '9';
    digitsFirst += digit ? 1 : 0;
    boolean capital = c >= 'A' && c <= 'Z';
    if (capital && end - first > 1 && mayStartHeading(c)) {
      capitalStarts = add(capitalStarts, capitals++, first);
    }
    if (digit || mayStartFooter(c)) {
      footerStarts = add(footerStarts, footers++, first);
    }
  }

  /** Returns whether a heading that occurs once per letter starts with a character. */
  private static boolean mayStartHeading(char c) {
    return c == 'H' || c == 'I' || c == 'D' || c == 'N' || c == 'M';
  }

  private static boolean mayStartFooter(char c) {
    return switch (c) {
      case 'P', 'p', 'F', 'S', '-', '\u2013', '[', '(' -> true;
      default -> false;
    };
  }

  private static int[] add(int[] values, int count, int value) {
    int[] target = count == values.length ? Arrays.copyOf(values, 2 * count) : values;
    target[count] = value;
    return target;
  }

  /** Returns the number of lines that are not blank. */
  public int lines() {
    return lines;
  }

  /** Returns the number of lines that begin with a mark of quoted mail. */
  public int quotes() {
    return quotes;
  }

  /** Returns the number of lines that begin with a vertical bar. */
  public int bars() {
    return bars;
  }

  /** Returns the number of lines that begin with a digit. */
  public int digitsFirst() {
    return digitsFirst;
  }

  /** Returns whether a line begins with an asterisk or a number sign. */
  public boolean hasMarkdown() {
    return markdown;
  }

  /** Returns the starts of the lines that may be a heading that occurs once per letter. */
  public int[] headingStarts() {
    return Arrays.copyOf(capitalStarts, capitals);
  }

  /** Returns the starts of the lines that may be a page footer. */
  public int[] footerStarts() {
    return Arrays.copyOf(footerStarts, footers);
  }
}
