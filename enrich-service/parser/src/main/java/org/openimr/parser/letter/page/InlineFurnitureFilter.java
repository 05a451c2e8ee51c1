package org.openimr.parser.letter.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.openimr.parser.letter.text.FurnitureWords;
import org.openimr.parser.letter.text.LetterWords;

/**
 * Removes repeated lines from a text whose page breaks were lost. Such a line has the same form
 * each time, follows other lines each time, and is a page apart. It counts the pages, is the first
 * or last line of the document as well, or is recognized by its words.
 */
final class InlineFurnitureFilter {
  /** Lines of text between two page breaks, at least. */
  private static final int MIN_DISTANCE = 8;

  /** Lines at the start and the end of the document that may be furniture. */
  private static final int EDGE_LINES = 2;

  private static final int MIN_REPETITIONS = 3;

  private final String text;
  private final TextLines lines;
  private @Nullable TextFlow flow;

  /** The first line of the header block, 0 if there is none, or -1 before it was looked for. */
  private int header = -1;

  private InlineFurnitureFilter(String text) {
    this.text = text;
    this.lines = TextLines.of(text, 0, text.length());
  }

  /** Replaces the lines by spaces, so that the text keeps its length. */
  static String blankOut(String text) {
    InlineFurnitureFilter filter = new InlineFurnitureFilter(text);
    BlankableText target = new BlankableText(text);
    for (List<Integer> group : EqualLines.groupsOfForm(text, filter.lines)) {
      List<Integer> examined = group.subList(0, Math.min(group.size(), LineCounters.MAX_EXAMINED));
      if (filter.mayBeFurniture(group.getFirst()) && filter.isFurniture(examined)) {
        group.forEach(k -> target.blank(filter.lines.start(k), filter.lines.end(k)));
      }
    }
    return target.text();
  }

  /** Returns whether a line has no words that only a letter prints. */
  private boolean mayBeFurniture(int line) {
    int start = lines.start(line);
    int end = lines.end(line);
    return text.charAt(end - 1) != ':'
        && !LetterWords.ofItems(text, start, end)
        && !LetterWords.ofHeader(text, start, end);
  }

  private boolean isFurniture(List<Integer> group) {
    if (flow == null) {
      flow = TextFlow.of(text, lines);
    }
    return !flow.areText(group)
        && !group.stream().allMatch(this::precedesDecision)
        && (isFurnitureByWords(group, flow) || isForeign(group, flow));
  }

  /** Returns whether a line stands just before the header block of the first letter. */
  private boolean precedesHeader(int line) {
    if (header < 0) {
      header = firstHeaderLine();
    }
    return line < header && line >= header - EDGE_LINES;
  }

  private int firstHeaderLine() {
    for (int line = 0; line < lines.count(); line++) {
      if (LetterWords.ofHeader(text, lines.start(line), lines.end(line))) {
        return line;
      }
    }
    return 0;
  }

  /** Returns whether lines are no part of the text around them, whatever their words are. */
  private boolean isForeign(List<Integer> group, TextFlow flow) {
    String first = lines.get(group.getFirst());
    if (flow.isLowerCaseText(group.getFirst(), group.getFirst() + 1)
        || !FurnitureWords.mayInterrupt(first)
            && PageNotation.parse(first, 0, first.length()) == null) {
      return false;
    }
    Set<String> preceding = new HashSet<>();
    Set<String> following = new HashSet<>();
    boolean beforeHeader = group.stream().anyMatch(this::precedesHeader);
    boolean certain = false;
    for (int line : group) {
      if (!beforeHeader && !flow.mayBeForeign(line)) {
        return false;
      }
      certain |= beforeHeader || flow.isForeign(line) || flow.interruptsAsSentence(line);
      preceding.add(lineAt(line - 1));
      following.add(lineAt(line + 1));
    }
    return certain && preceding.size() > 1 && following.size() > 1;
  }

  /** Returns whether the next line may end a request with its decision. */
  private boolean precedesDecision(int line) {
    int next = line + 1;
    return next < lines.count()
        && lines.lineEndsBefore(next) == 1
        && LetterWords.ofItems(text, lines.start(next), lines.end(next));
  }

  private boolean isFurnitureByWords(List<Integer> group, TextFlow flow) {
    String first = lines.get(group.getFirst());
    if (!areApart(group) || FurnitureWords.areProse(first)) {
      return false;
    }
    boolean counts =
        LineCounters.count(
            group.stream().map(lines::get).toList(), IntStream.range(0, group.size()).toArray());
    if (counts && first.chars().anyMatch(Character::isLetter)) {
      return true;
    }
    return group.stream().noneMatch(line -> flow.isText(line) || flow.runsOn(line))
        && FurnitureWords.mayBe(first)
        && (FurnitureWords.are(first) || isAtDocumentEdge(group) || isBreak(group));
  }

  /**
   * Returns whether other lines follow each time: text that is there twice repeats them as well.
   */
  private boolean areApart(List<Integer> group) {
    Set<String> following = new HashSet<>();
    for (int k = 0; k < group.size(); k++) {
      int line = group.get(k);
      // the last page may be short
      boolean mayBeNear = k > 1 && k == group.size() - 1;
      if (k > 0 && !mayBeNear && line - group.get(k - 1) < MIN_DISTANCE) {
        return false;
      }
      following.add(lineAt(line + 1) + "\n" + lineAt(line + 2));
    }
    return following.size() == group.size();
  }

  private String lineAt(int line) {
    return line >= 0 && line < lines.count() ? lines.get(line) : "";
  }

  private boolean isAtDocumentEdge(List<Integer> group) {
    return group.getFirst() < EDGE_LINES || group.getLast() >= lines.count() - EDGE_LINES;
  }

  /** Returns whether a line that is repeated often interrupts sentences or stands alone. */
  private boolean isBreak(List<Integer> group) {
    return group.size() >= MIN_REPETITIONS
        && group.stream().allMatch(k -> interruptsSentence(k) || isSeparate(k));
  }

  /** Returns whether the sentence before a line continues after it. */
  private boolean interruptsSentence(int line) {
    if (line == 0 || line + 1 >= lines.count()) {
      return false;
    }
    return lines.startsLower(line + 1) && !lines.endsSentence(line - 1);
  }

  private boolean isSeparate(int line) {
    return lines.lineEndsBefore(line) > 1
        && (line + 1 >= lines.count() || lines.lineEndsBefore(line + 1) > 1);
  }
}
