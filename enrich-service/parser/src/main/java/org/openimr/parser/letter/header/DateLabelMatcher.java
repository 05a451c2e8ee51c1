package org.openimr.parser.letter.header;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openimr.parser.letter.text.Whitespace;

/**
 * Which date of a header block belongs to which label. A date behind its label on the same line is
 * that label's. What a converter tore apart is paired run by run: a run of labels takes the dates
 * after it, and a date that no label waits for goes to the next label.
 */
final class DateLabelMatcher {
  private final String text;
  private final List<HeaderToken> marks;
  private final Map<DateLabel, HeaderToken> pairs = new EnumMap<>(DateLabel.class);
  private final Map<DateLabel, HeaderToken> torn = new EnumMap<>(DateLabel.class);
  private final Deque<DateLabel> waiting = new ArrayDeque<>();
  private final Deque<DateLabel> run = new ArrayDeque<>();
  private final Deque<HeaderToken> early = new ArrayDeque<>();

  private DateLabelMatcher(String text, List<HeaderToken> marks) {
    this.text = text;
    this.marks = marks;
  }

  static DateLabelMatcher match(String text, List<HeaderToken> marks) {
    DateLabelMatcher pairs = new DateLabelMatcher(text, marks);
    pairs.pair();
    return pairs;
  }

  /** Each label with its date, as far as there is one. */
  Map<DateLabel, HeaderToken> asPrinted() {
    return pairs;
  }

  /**
   * The same, but with the dates that were torn from their labels given to them in another order.
   */
  Map<DateLabel, HeaderToken> regrouped(List<DateLabel> order) {
    List<HeaderToken> dates = new ArrayList<>(torn.values());
    dates.sort(Comparator.comparingInt(HeaderToken::start));
    Map<DateLabel, HeaderToken> regrouped = new EnumMap<>(pairs);
    int next = 0;
    for (DateLabel label : order) {
      if (torn.containsKey(label)) {
        regrouped.put(label, dates.get(next++));
      }
    }
    return regrouped;
  }

  private void pair() {
    for (int k = 0; k < marks.size(); k++) {
      HeaderToken mark = marks.get(k);
      if (isInline(k)) {
        pairs.putIfAbsent(mark.label(), marks.get(++k));
        waiting.addAll(run);
        run.clear();
      } else if (mark.isDate()) {
        date(mark);
      } else {
        label(mark.label());
      }
    }
    waiting.addAll(run);
    while (!early.isEmpty() && !waiting.isEmpty()) {
      bindTorn(waiting.poll(), early.poll());
    }
  }

  private void date(HeaderToken date) {
    if (run.isEmpty()) {
      early.add(date);
    } else {
      bindTorn(run.poll(), date);
    }
  }

  private void label(DateLabel label) {
    if (early.isEmpty()) {
      run.add(label);
    } else {
      bindTorn(label, early.poll());
    }
  }

  private void bindTorn(DateLabel label, HeaderToken date) {
    if (pairs.putIfAbsent(label, date) == null) {
      torn.put(label, date);
    }
  }

  /** A label and its date on one line, and not the end of a run of labels before a run of dates. */
  private boolean isInline(int k) {
    return labelAt(k)
        && sameLine(k, k + 1)
        && marks.get(k + 1).isDate()
        && !(sameLine(k - 1, k) && labelAt(k - 1) && sameLine(k + 1, k + 2) && !labelAt(k + 2));
  }

  private boolean labelAt(int k) {
    return !marks.get(k).isDate();
  }

  private boolean sameLine(int left, int right) {
    return left >= 0
        && right < marks.size()
        && Whitespace.countLineEnds(text, marks.get(left).end(), marks.get(right).start()) == 0;
  }
}
