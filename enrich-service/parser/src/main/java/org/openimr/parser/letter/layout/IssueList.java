package org.openimr.parser.letter.layout;

import java.util.ArrayList;
import java.util.List;
import org.openimr.parser.letter.text.LineJoiner;
import org.openimr.parser.letter.text.NumberedLineScanner;
import org.openimr.parser.letter.text.Whitespace;

/** The issues at dispute of a PROFESSIONAL_REVIEW letter, one or a numbered list. */
final class IssueList {
  private IssueList() {}

  /**
   * Returns the text of each issue, or an empty list if the text is a list whose issues cannot be
   * separated with certainty: bullets, letters, or numbers inside a line.
   */
  static List<String> parse(String text, int from, int to) {
    int start = Whitespace.skipForward(text, from, to);
    if (!isNumber(text, start, 1, to)) {
      return isOtherList(text, start, to) ? List.of() : nonEmpty(text, start, to);
    }
    List<String> issues = new ArrayList<>();
    int at = start;
    for (int number = 2; at >= 0; number++) {
      int next = NumberedLineScanner.find(text, number, at + 1, to);
      int end = next < 0 ? to : next;
      String issue = LineJoiner.joinLine(text, NumberedLineScanner.afterNumber(text, at, to), end);
      if (issue.isEmpty() || containsNumber(issue, number)) {
        return List.of();
      }
      issues.add(issue);
      at = next;
    }
    return issues;
  }

  private static List<String> nonEmpty(String text, int from, int to) {
    String issue = LineJoiner.joinLine(text, from, to);
    return issue.isEmpty() ? List.of() : List.of(issue);
  }

  private static boolean isNumber(String text, int at, int number, int to) {
    String digits = Integer.toString(number);
    int mark = at + digits.length();
    return mark + 1 < to
        && text.startsWith(digits, at)
        && isMark(text.charAt(mark))
        && text.charAt(mark + 1) <= ' ';
  }

  /** Returns whether the next number of the list stands inside an issue. */
  private static boolean containsNumber(String issue, int number) {
    for (int i = issue.indexOf(' '); i >= 0; i = issue.indexOf(' ', i + 1)) {
      if (isNumber(issue, i + 1, number, issue.length())) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether two or more lines start with a bullet, a letter or a number in brackets. */
  private static boolean isOtherList(String text, int from, int to) {
    int marked = 0;
    int line = from;
    while (line < to) {
      int start = Whitespace.skipForward(text, line, to);
      marked += start < to && startsWithMark(text, start, to) ? 1 : 0;
      int newline = text.indexOf('\n', start, to);
      line = newline < 0 ? to : newline + 1;
    }
    return marked > 1;
  }

  private static boolean startsWithMark(String text, int at, int to) {
    char c = text.charAt(at);
    if (at + 2 >= to) {
      return false;
    }
    boolean bullet =
        "-*\u2022\u00b7\u25aa\u25cf\u2013\u2014o".indexOf(c) >= 0 && text.charAt(at + 1) <= ' ';
    boolean lettered =
        Character.isLetterOrDigit(c) && isMark(text.charAt(at + 1)) && text.charAt(at + 2) <= ' ';
    boolean bracketed = (c == '(' || c == '#') && Character.isLetterOrDigit(text.charAt(at + 1));
    boolean titled =
        text.regionMatches(true, at, "issue ", 0, 6) || text.regionMatches(true, at, "item ", 0, 5);
    return bullet || lettered || bracketed || titled;
  }

  private static boolean isMark(char c) {
    return c == '.' || c == ')' || c == ':';
  }
}
