package org.openimr.enrich.letter;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the labels and the dates of a header block, and which belongs to which. A date behind its
 * label on the same line is that label's. What the converter tore apart is paired run by run: a run
 * of labels takes the dates after it, and a date that no label waits for goes to the next label.
 */
final class HeaderDates {
  private final Map<DateLabel, LocalDate> dates = new EnumMap<>(DateLabel.class);
  private final List<Warning> warnings = new ArrayList<>(0);
  private final String text;
  private final List<Mark> marks;

  private HeaderDates(String text, int to) {
    this.text = text;
    this.marks = marks(text, to);
  }

  /** A label, or a date where {@code label} is null. */
  private record Mark(DateLabel label, int start, int end) {
    boolean date() {
      return label == null;
    }
  }

  /** The dates of a block that ends at offset {@code to}. */
  static HeaderDates in(String text, int to) {
    HeaderDates header = new HeaderDates(text, to);
    header.pair();
    header.checkOrder();
    return header;
  }

  Map<DateLabel, LocalDate> dates() {
    return dates;
  }

  List<Warning> warnings() {
    return warnings;
  }

  private static List<Mark> marks(String text, int to) {
    List<Mark> marks = new ArrayList<>(12);
    int i = Blanks.skip(text, 0, to);
    while (i < to) {
      DateLabel label = DateLabel.at(text, i, to);
      int end = label != null ? label.end(text, i, to) : Dates.end(text, i, to);
      if (end >= 0) {
        marks.add(new Mark(label, i, end));
      } else {
        end = i;
        while (end < to && text.charAt(end) > ' ') {
          end++;
        }
      }
      i = Blanks.skip(text, end, to);
    }
    return marks;
  }

  private void pair() {
    Deque<DateLabel> waiting = new ArrayDeque<>();
    Deque<DateLabel> run = new ArrayDeque<>();
    Deque<Mark> early = new ArrayDeque<>();
    for (int k = 0; k < marks.size(); k++) {
      Mark mark = marks.get(k);
      if (inline(k)) {
        bind(mark.label(), marks.get(++k));
        waiting.addAll(run);
        run.clear();
      } else if (mark.date()) {
        if (run.isEmpty()) {
          early.add(mark);
        } else {
          bind(run.poll(), mark);
        }
      } else if (early.isEmpty()) {
        run.add(mark.label());
      } else {
        bind(mark.label(), early.poll());
      }
    }
    waiting.addAll(run);
    while (!early.isEmpty() && !waiting.isEmpty()) {
      bind(waiting.poll(), early.poll());
    }
  }

  private boolean inline(int k) {
    return !marks.get(k).date()
        && sameLine(k, k + 1)
        && marks.get(k + 1).date()
        && !(sameLine(k - 1, k)
            && !marks.get(k - 1).date()
            && sameLine(k + 1, k + 2)
            && marks.get(k + 2).date());
  }

  private boolean sameLine(int left, int right) {
    return left >= 0
        && right < marks.size()
        && Blanks.lineEnds(text, marks.get(left).end(), marks.get(right).start()) == 0;
  }

  private void bind(DateLabel label, Mark value) {
    LocalDate date = Dates.read(text, value.start(), value.end());
    if (date == null) {
      warnings.add(new Warning(Warning.Code.DATE_INVALID, label.field, "there is no such day"));
    } else {
      dates.putIfAbsent(label, date);
    }
  }

  private void checkOrder() {
    LocalDate before = LocalDate.MIN;
    for (Map.Entry<DateLabel, LocalDate> entry : dates.entrySet()) {
      if (entry.getValue().isBefore(before)) {
        warnings.add(
            new Warning(
                Warning.Code.DATE_ORDER,
                entry.getKey().field,
                "the date is before one that it should follow"));
      }
      before = entry.getValue();
    }
  }
}
