package org.openimr.parser.letter.item;

import java.util.ArrayList;
import java.util.List;
import org.openimr.parser.letter.text.NumberedLineScanner;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;

/** Finds where the reasons of each item of a NOTICE letter start. */
public final class NoticeItemScanner {
  private static final SpacingTolerantLiteral[] HEADINGS = {
    new SpacingTolerantLiteral("Regarding the request for"),
    new SpacingTolerantLiteral("Section of the Medical Treatment Utilization Schedule Relied Upon"),
    new SpacingTolerantLiteral("Medical Treatment Guideline(s) Relied Upon"),
    new SpacingTolerantLiteral("Medical Treatment Guidelines Relied Upon"),
  };
  private static final SpacingTolerantLiteral[] OPENING_SENTENCES = {
    new SpacingTolerantLiteral("The Claims Administrator based"),
    new SpacingTolerantLiteral("The Claims Administrator did not"),
    new SpacingTolerantLiteral("The Claims Administrator cited"),
    new SpacingTolerantLiteral("The Expert Reviewer based"),
  };

  private NoticeItemScanner() {}

  /**
   * Returns one offset per item, or fewer if the items cannot be distinguished. Tries in this
   * order: {@code Regarding the request for}, the heading of the guidelines, the number of the
   * item, and the sentence that the guidelines start with.
   *
   * @param count the number of items
   */
  public static List<Integer> findStarts(String text, int count, int from, int to) {
    List<Integer> best = List.of();
    for (SpacingTolerantLiteral heading : HEADINGS) {
      List<Integer> starts = findAll(text, heading, from, to);
      if (starts.size() == count) {
        return includeNumbers(text, starts, from);
      }
    }
    List<Integer> numbered = findNumbered(text, count, from, to);
    if (numbered.size() == count) {
      return numbered;
    }
    for (SpacingTolerantLiteral sentence : OPENING_SENTENCES) {
      List<Integer> starts = findAll(text, sentence, from, to);
      best = starts.size() == count ? starts : best;
    }
    return best.isEmpty() ? numbered : best;
  }

  private static List<Integer> findAll(
      String text, SpacingTolerantLiteral words, int from, int to) {
    List<Integer> starts = new ArrayList<>();
    for (int at = words.findByFirstWord(text, from, to);
        at >= 0;
        at = words.findByFirstWord(text, at + 1, to)) {
      starts.add(at);
    }
    return starts;
  }

  private static List<Integer> findNumbered(String text, int count, int from, int to) {
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

  /** Moves each start to the number that precedes it on its line, if there is one. */
  private static List<Integer> includeNumbers(String text, List<Integer> starts, int from) {
    List<Integer> lineStarts = new ArrayList<>(starts.size());
    for (int start : starts) {
      lineStarts.add(Math.max(from, NumberedLineScanner.numberStartBefore(text, start)));
    }
    return lineStarts;
  }
}
