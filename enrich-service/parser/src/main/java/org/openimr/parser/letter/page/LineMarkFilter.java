package org.openimr.parser.letter.page;

import org.openimr.parser.letter.text.LineSurvey;

/**
 * Removes what programs put before each line: the marks of quoted mail ({@code >}), a bar in the
 * margin, the line numbers of pleadings; and the marks of Markdown.
 */
final class LineMarkFilter {
  private static final int MIN_LINES = 8;

  /** Mail is often quoted below an answer that is not. */
  private static final int MIN_PERCENT_QUOTED = 30;

  private static final int MIN_PERCENT_NUMBERED = 60;

  /** Line numbers of pleadings start again on each page. */
  private static final int MAX_LINE_NUMBER = 99;

  private LineMarkFilter() {}

  /** Replaces the marks by spaces, so that the text keeps its length. */
  static String blankOut(String text, LineSurvey survey) {
    BlankableText target = new BlankableText(text);
    if (survey.quotes() >= MIN_LINES) {
      blankQuotes(target, '>', MIN_PERCENT_QUOTED);
    } else if (survey.bars() >= MIN_LINES) {
      blankQuotes(target, '|', MIN_PERCENT_NUMBERED);
    } else if (survey.digitsFirst() * 2 > survey.lines()) {
      blankLineNumbers(target);
    }
    if (survey.hasMarkdown()) {
      blankMarkdown(target);
    }
    return target.text();
  }

  private static void blankQuotes(BlankableText target, char mark, int minPercent) {
    String text = target.original();
    TextLines lines = TextLines.of(text, 0, text.length());
    int marked = 0;
    for (int k = 0; k < lines.count(); k++) {
      marked += text.charAt(lines.start(k)) == mark ? 1 : 0;
    }
    if (marked < MIN_LINES || marked * 100 < lines.count() * minPercent) {
      return;
    }
    for (int k = 0; k < lines.count(); k++) {
      int end = lines.start(k);
      while (end < lines.end(k) && (text.charAt(end) == mark || text.charAt(end) <= ' ')) {
        end++;
      }
      if (text.charAt(lines.start(k)) == mark) {
        target.blank(lines.start(k), end);
      }
    }
  }

  private static void blankLineNumbers(BlankableText target) {
    String text = target.original();
    TextLines lines = TextLines.of(text, 0, text.length());
    int[] numbers = new int[lines.count()];
    int ascending = 0;
    for (int k = 0; k < lines.count(); k++) {
      numbers[k] = leadingNumber(text, lines.start(k), lines.end(k));
      int previous = k == 0 ? 0 : numbers[k - 1];
      ascending += numbers[k] > 0 && (numbers[k] == previous + 1 || numbers[k] == 1) ? 1 : 0;
    }
    if (ascending < MIN_LINES || ascending * 100 < lines.count() * MIN_PERCENT_NUMBERED) {
      return;
    }
    for (int k = 0; k < lines.count(); k++) {
      if (isInSequence(numbers, k)) {
        target.blank(lines.start(k), numberEnd(text, lines.start(k), lines.end(k)));
      }
    }
  }

  private static boolean isInSequence(int[] numbers, int line) {
    int number = numbers[line];
    return number > 0
        && (number == 1
            || line > 0 && numbers[line - 1] == number - 1
            || line + 1 < numbers.length && numbers[line + 1] == number + 1);
  }

  /** Returns the number that starts a line and is followed by white space, or 0. */
  private static int leadingNumber(String text, int start, int end) {
    int numberEnd = numberEnd(text, start, end);
    boolean separate = numberEnd == end || text.charAt(numberEnd) <= ' ';
    if (numberEnd == start || numberEnd > start + 2 || !separate) {
      return 0;
    }
    int number = 0;
    for (int i = start; i < numberEnd; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return Math.min(number, MAX_LINE_NUMBER);
  }

  private static int numberEnd(String text, int start, int end) {
    int i = start;
    while (i < end && isDigit(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Blanks the marks of emphasis, and those of headings at the start of a line. */
  private static void blankMarkdown(BlankableText target) {
    String text = target.original();
    for (int at = text.indexOf("**"); at >= 0; at = text.indexOf("**", at + 2)) {
      target.blank(at, at + 2);
    }
    for (int at = text.indexOf('#'); at >= 0; ) {
      int end = at;
      while (end < text.length() && text.charAt(end) == '#') {
        end++;
      }
      boolean heading = end < text.length() && text.charAt(end) == ' ';
      if (heading && (at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\f')) {
        target.blank(at, end);
      }
      at = text.indexOf('#', end);
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
