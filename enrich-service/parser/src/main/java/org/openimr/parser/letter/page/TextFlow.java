package org.openimr.parser.letter.page;

import java.util.List;
import org.openimr.parser.letter.text.FurnitureWords;
import org.openimr.parser.letter.text.LetterWords;
import org.openimr.parser.letter.text.SentenceBoundaries;
import org.openimr.parser.letter.text.Whitespace;

/**
 * How the lines of a text follow each other. A line is full if the first word of the next one did
 * not fit into it; a line of running text that is not full ends a paragraph.
 */
final class TextFlow {
  /** Longer lines are not printed lines: each line then is a paragraph. */
  private static final int MAX_PRINTED_WIDTH = 140;

  /** Lines of running text have at least this length; shorter ones are labels and headings. */
  private static final int MIN_RUNNING_TEXT = 25;

  /** Characters by which a wrapped line may be longer than nine tenths of all lines. */
  private static final int MAX_OVERHANG = 4;

  /** Shorter lines in capitals may be abbreviations. */
  private static final int MIN_CAPITALS = 10;

  /** Characters by which a stamp is indented more or less than the text. */
  private static final int MIN_INDENT = 4;

  private final String text;
  private final TextLines lines;
  private final int width;
  private final boolean wrapped;
  private final int lineGap;
  private final int paragraphGap;

  private TextFlow(String text, TextLines lines, int width, int lineGap, int paragraphGap) {
    this.text = text;
    this.lines = lines;
    this.width = width;
    this.wrapped = width <= MAX_PRINTED_WIDTH;
    this.lineGap = lineGap;
    this.paragraphGap = paragraphGap;
  }

  /** Measures the lines of a text. */
  static TextFlow of(String text, TextLines lines) {
    int[] byLength = new int[MAX_PRINTED_WIDTH + 2];
    int[] byGap = new int[8];
    for (int k = 0; k < lines.count(); k++) {
      byLength[Math.min(lines.length(k), byLength.length - 1)]++;
      byGap[Math.min(lines.lineEndsBefore(k), byGap.length - 1)]++;
    }
    int width = byLength.length - 1;
    for (int longer = lines.count() / 10; width > 1 && longer >= byLength[width]; width--) {
      longer -= byLength[width];
    }
    int lineGap = byGap[2] > 2 * byGap[1] && width <= MAX_PRINTED_WIDTH ? 2 : 1;
    return new TextFlow(
        text, lines, width, lineGap, paragraphGap(byGap, lineGap, lines.count() / 12));
  }

  /** Returns the most frequent gap that is wider than between lines, if it is frequent at all. */
  private static int paragraphGap(int[] byGap, int lineGap, int min) {
    int best = lineGap;
    int count = min;
    for (int gap = lineGap + 1; gap < byGap.length; gap++) {
      if (byGap[gap] > count) {
        best = gap;
        count = byGap[gap];
      }
    }
    return best;
  }

  /** Returns whether a line of running text ends in the middle of a sentence. */
  private boolean isOpen(int line) {
    int start = lines.start(line);
    int end = lines.end(line);
    return end - start >= MIN_RUNNING_TEXT
        && text.charAt(end - 1) != ':'
        && !lines.endsSentence(line)
        && !endsWithDecision(end)
        && (text.charAt(end - 1) == ',' || FurnitureWords.areRunningText(text, start, end));
  }

  private boolean endsWithDecision(int end) {
    return text.startsWith("Upheld", end - 6) || text.startsWith("Overturned", end - 10);
  }

  /** Returns whether a line had room for the first word of another one. */
  private boolean hadRoom(int line, int next) {
    int start = lines.start(next);
    int end = start;
    while (end < lines.end(next) && text.charAt(end) > ' ' && text.charAt(end) != '-') {
      end++;
    }
    int used = lines.length(line) + 1 + end - start;
    return wrapped ? used < width - width / 10 : used < 2 * MAX_PRINTED_WIDTH;
  }

  /** Returns whether more than a line end separates a line from the one before it. */
  private boolean isGapBefore(int line) {
    return line >= lines.count()
        || lines.lineEndsBefore(line) > lineGap
        || Whitespace.containsPageBreak(text, lines.end(line - 1), lines.start(line));
  }

  /** Returns whether all lines continue the sentence of the line before or continue in the next. */
  boolean areText(List<Integer> group) {
    return group.stream().allMatch(this::isText);
  }

  /** Returns whether a line runs on in the next one, as far as their lengths tell. */
  boolean runsOn(int line) {
    int next = line + 1;
    return wrapped && next < lines.count() && !isGapBefore(next) && continues(line, next);
  }

  /** Returns whether a line continues the sentence of the line before or continues in the next. */
  boolean isText(int line) {
    if (isForeign(line)) {
      return false;
    }
    boolean continuesPrevious = line > 0 && continues(line - 1, line);
    boolean continuesNext = line + 1 < lines.count() && continues(line, line + 1);
    boolean follows = continuesPrevious || line > 0 && followsColon(line);
    return continuesNext && (isOpen(line) || lines.startsLower(line + 1))
        || follows && lines.endsSentence(line)
        || follows && continuesNext && !isGapBefore(line) && !isGapBefore(line + 1);
  }

  private boolean followsColon(int line) {
    return text.charAt(lines.end(line - 1) - 1) == ':'
        && !isGapBefore(line)
        && !(wrapped && hadRoom(line - 1, line));
  }

  /** Returns whether a line does not end a sentence and had no room for the next one. */
  private boolean continues(int line, int next) {
    int end = lines.end(line);
    return end - lines.start(line) >= MIN_RUNNING_TEXT
        && text.charAt(end - 1) != ':'
        && !lines.endsSentence(line)
        && !(wrapped && hadRoom(line, next));
  }

  /** Returns whether a line is at the edge of a page, interrupts a sentence or stands alone. */
  boolean mayBeForeign(int line) {
    if (line == 0 || line + 1 >= lines.count()) {
      return true;
    }
    return isGapBefore(line)
        || isGapBefore(line + 1)
        || interruptsSentence(line, line + 1)
        || interruptsAsSentence(line)
        || isForeign(line);
  }

  /** Returns whether the sentence before a line continues after it, or the page does. */
  boolean isForeign(int line) {
    int next = line + 1;
    if (line == 0 || next >= lines.count()) {
      return line == 0 && lines.count() > 1 && lines.length(0) > 3;
    }
    if (interruptsPage(line, next)) {
      return true;
    }
    if (!isOpen(line - 1)) {
      return false;
    }
    return interruptsSentence(line, next)
        || lines.startsLower(next)
            && !lines.startsLower(line)
            && (lines.endsSentence(line) || !wrapped || lines.length(line) > width + MAX_OVERHANG)
            && (isPageBreak(line) || isPageBreak(next));
  }

  /**
   * Returns whether a line is a whole sentence within another one, which continues with a word in
   * lower case or a number.
   */
  boolean interruptsAsSentence(int line) {
    return line > 0
        && line + 1 < lines.count()
        && isOpen(line - 1)
        && Character.isUpperCase(text.charAt(lines.start(line)))
        && lines.endsSentence(line)
        && !SentenceBoundaries.isDottedAbbreviation(text, lines.end(line), lines.start(line))
        && (lines.startsLower(line + 1) || Character.isDigit(text.charAt(lines.start(line + 1))));
  }

  /** Returns whether a line had room for the first word of the next one, which follows closely. */
  boolean endsShort(int line) {
    return !isGapBefore(line + 1) && hadRoom(line, line + 1);
  }

  /** Returns whether a group of lines interrupts a sentence or a page. */
  boolean interrupt(int first, int next) {
    // most lines of a paragraph are full and end no sentence
    boolean mayInterrupt =
        lines.endsSentence(next - 1)
            ? lines.startsLower(next) && !lines.startsLower(first)
            : hadRoom(next - 1, next);
    return mayInterrupt
        && (isOpen(first - 1) && interruptsSentence(first, next) || interruptsPage(first, next));
  }

  /** Returns whether the sentence before a group of lines continues after it. */
  private boolean interruptsSentence(int first, int next) {
    if (lines.startsLower(first)
            && LetterWords.startListEntry(text, lines.start(next), lines.end(next))
        || LetterWords.areHeading(text, lines.start(next), lines.end(next))
        || wrapped && hadRoom(first - 1, next)
        || isLowerCaseText(first, next)) {
      return false;
    }
    int last = next - 1;
    boolean ends = lines.endsSentence(last);
    boolean edge = isGapBefore(first) || isGapBefore(next);
    if (lines.startsLower(next) && !lines.startsLower(first)) {
      return hadRoom(last, next) && !ends || ends && edge && !startsItem(next);
    }
    return !ends && hadRoom(last, next) && text.charAt(lines.end(last) - 1) != ':';
  }

  /** Returns whether a line that is no paragraph has words of an item. */
  private boolean startsItem(int line) {
    return lines.length(line) <= MAX_PRINTED_WIDTH
        && LetterWords.ofItems(text, lines.start(line), lines.end(line));
  }

  /** Returns whether a group of lines at the edge of a page is no text of the page. */
  private boolean interruptsPage(int first, int next) {
    int last = next - 1;
    return !lines.endsSentence(last)
        && (!lines.startsLower(next) || isNumberAfterColon(first, next))
        && !isLowerCaseText(first, next)
        && !isEndBeforeHeading(first, next)
        && text.charAt(lines.end(last) - 1) != ':'
        && hadRoom(last, next)
        && (isPageBreak(first)
            || isPageBreak(next)
            || isIndented(first, next)
            || isNumberInCapitals(first, next)
            || !wrapped && isBetweenParagraphs(first, next));
  }

  /** Returns whether lines start in lower case and have no digit, as text does. */
  boolean isLowerCaseText(int first, int next) {
    return lines.startsLower(first)
        && !FurnitureWords.haveDigit(text, lines.start(first), lines.end(next - 1));
  }

  /** Returns whether lines after a colon have a digit and are no running text. */
  private boolean isNumberAfterColon(int first, int next) {
    int start = lines.start(first);
    int end = lines.end(next - 1);
    return text.charAt(lines.end(first - 1) - 1) == ':'
        && FurnitureWords.haveDigit(text, start, end)
        && !FurnitureWords.areRunningText(text, start, end);
  }

  /** Returns whether lines are in capitals, as headings are, but have a digit. */
  private boolean isNumberInCapitals(int first, int next) {
    int start = lines.start(first);
    int end = lines.end(next - 1);
    return end - start >= MIN_CAPITALS
        && !startsItem(next)
        && FurnitureWords.haveDigit(text, start, end)
        && !FurnitureWords.haveLowerCase(text, start, end);
  }

  /** Returns whether lines are the end of a text without a full stop. */
  private boolean isEndBeforeHeading(int first, int next) {
    return !isGapBefore(first)
        && continues(first - 1, first)
        && LetterWords.areHeading(text, lines.start(next), lines.end(next));
  }

  private boolean isBetweenParagraphs(int first, int next) {
    return lines.endsSentence(first - 1)
        && lines.length(first - 1) > MAX_PRINTED_WIDTH
        && lines.length(next) > MAX_PRINTED_WIDTH
        && Character.isUpperCase(text.charAt(lines.start(next)))
        && text.indexOf(' ', lines.start(first), lines.end(next - 1)) > 0
        && !FurnitureWords.areRunningText(text, lines.start(first), lines.end(next - 1));
  }

  private boolean isPageBreak(int line) {
    return lines.lineEndsBefore(line) > paragraphGap
        || Whitespace.containsPageBreak(text, lines.end(line - 1), lines.start(line));
  }

  private boolean isIndented(int first, int next) {
    int indent = indent(first);
    return Math.abs(indent - indent(first - 1)) >= MIN_INDENT
        && Math.abs(indent - indent(next)) >= MIN_INDENT;
  }

  private int indent(int line) {
    int start = lines.start(line);
    return start - text.lastIndexOf('\n', start) - 1;
  }
}
