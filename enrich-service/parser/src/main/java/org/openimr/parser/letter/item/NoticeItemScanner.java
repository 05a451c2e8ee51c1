package org.openimr.parser.letter.item;

import java.util.ArrayList;
import java.util.List;
import org.openimr.parser.letter.text.NumberedLineScanner;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;

/** Where the reasons of each item of a NOTICE letter start. */
public final class NoticeItemScanner {
  private static final SpacingTolerantLiteral[] MARKS = {
    new SpacingTolerantLiteral("Regarding the request for"),
    new SpacingTolerantLiteral("Section of the Medical Treatment Utilization Schedule Relied Upon"),
    new SpacingTolerantLiteral("Medical Treatment Guideline(s) Relied Upon"),
    new SpacingTolerantLiteral("Medical Treatment Guidelines Relied Upon"),
  };
  private static final SpacingTolerantLiteral[] SENTENCES = {
    new SpacingTolerantLiteral("The Claims Administrator based"),
    new SpacingTolerantLiteral("The Claims Administrator did not"),
    new SpacingTolerantLiteral("The Claims Administrator cited"),
    new SpacingTolerantLiteral("The Expert Reviewer based"),
  };

  private NoticeItemScanner() {}

  /**
   * One offset an item, as far as they are told apart: by {@code Regarding the request for}, by the
   * heading of the guidelines, by number, by the sentence that guidelines start with.
   */
  public static List<Integer> findStarts(String text, int count, int from, int to) {
    List<Integer> best = List.of();
    for (SpacingTolerantLiteral mark : MARKS) {
      List<Integer> starts = marked(text, mark, from, to);
      if (starts.size() == count) {
        return lineStarts(text, starts, from);
      }
    }
    List<Integer> numbered = numbered(text, count, from, to);
    if (numbered.size() == count) {
      return numbered;
    }
    for (SpacingTolerantLiteral sentence : SENTENCES) {
      List<Integer> starts = marked(text, sentence, from, to);
      best = starts.size() == count ? starts : best;
    }
    return best.isEmpty() ? numbered : best;
  }

  private static List<Integer> marked(String text, SpacingTolerantLiteral mark, int from, int to) {
    List<Integer> starts = new ArrayList<>();
    for (int at = mark.findWhole(text, from, to); at >= 0; at = mark.findWhole(text, at + 1, to)) {
      starts.add(at);
    }
    return starts;
  }

  private static List<Integer> numbered(String text, int count, int from, int to) {
    List<Integer> starts = new ArrayList<>();
    int at = from;
    for (int number = 1; number <= count && at >= 0; number++) {
      at = NumberedLineScanner.find(text, number, at + 1, to);
      if (at >= 0) {
        starts.add(at);
      }
    }
    return starts;
  }

  /** With the number that stands before the mark on its line. */
  private static List<Integer> lineStarts(String text, List<Integer> starts, int from) {
    List<Integer> lineStarts = new ArrayList<>(starts.size());
    for (int start : starts) {
      lineStarts.add(Math.max(from, NumberedLineScanner.numberStartBefore(text, start)));
    }
    return lineStarts;
  }
}
