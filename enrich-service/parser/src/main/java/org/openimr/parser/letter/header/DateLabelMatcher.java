package org.openimr.parser.letter.header;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openimr.parser.letter.text.Whitespace;

/**
 * Assigns the dates of a header block to their labels. A date after its label on the same line
 * belongs to that label. Labels and dates that a converter separated are matched in order: a run of
 * labels takes the dates after it, and a date without a pending label belongs to the next label.
 */
final class DateLabelMatcher {
  private final String text;
  private final List<HeaderToken> tokens;
  private final Map<DateLabel, HeaderToken> dates = new EnumMap<>(DateLabel.class);
  private final Map<DateLabel, HeaderToken> detachedDates = new EnumMap<>(DateLabel.class);
  private final Deque<DateLabel> pendingLabels = new ArrayDeque<>();
  private final Deque<DateLabel> labelRun = new ArrayDeque<>();
  private final Deque<HeaderToken> unclaimedDates = new ArrayDeque<>();

  private DateLabelMatcher(String text, List<HeaderToken> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  static DateLabelMatcher match(String text, List<HeaderToken> tokens) {
    DateLabelMatcher matcher = new DateLabelMatcher(text, tokens);
    matcher.matchAll();
    return matcher;
  }

  /** Returns the date of each label that has one. */
  Map<DateLabel, HeaderToken> asPrinted() {
    return dates;
  }

  /**
   * Returns the date of each label, with the dates that were separated from their labels assigned
   * in another order of labels.
   */
  Map<DateLabel, HeaderToken> reordered(List<DateLabel> order) {
    List<HeaderToken> detached = new ArrayList<>(detachedDates.values());
    detached.sort(Comparator.comparingInt(HeaderToken::start));
    Map<DateLabel, HeaderToken> reordered = new EnumMap<>(dates);
    int next = 0;
    for (DateLabel label : order) {
      if (detachedDates.containsKey(label)) {
        reordered.put(label, detached.get(next++));
      }
    }
    return reordered;
  }

  private void matchAll() {
    for (int k = 0; k < tokens.size(); k++) {
      HeaderToken token = tokens.get(k);
      if (isInline(k)) {
        dates.putIfAbsent(token.label(), tokens.get(++k));
        pendingLabels.addAll(labelRun);
        labelRun.clear();
      } else if (token.isDate()) {
        acceptDate(token);
      } else if (!isBlankCell(k)) {
        acceptLabel(Objects.requireNonNull(token.label()));
      }
    }
    pendingLabels.addAll(labelRun);
    while (!unclaimedDates.isEmpty() && !pendingLabels.isEmpty()) {
      bindDetached(pendingLabels.poll(), unclaimedDates.poll());
    }
  }

  private void acceptDate(HeaderToken date) {
    if (labelRun.isEmpty()) {
      unclaimedDates.add(date);
    } else {
      bindDetached(labelRun.poll(), date);
    }
  }

  private void acceptLabel(DateLabel label) {
    if (unclaimedDates.isEmpty()) {
      labelRun.add(label);
    } else {
      bindDetached(label, unclaimedDates.poll());
    }
  }

  private void bindDetached(DateLabel label, HeaderToken date) {
    if (dates.putIfAbsent(label, date) == null) {
      detachedDates.put(label, date);
    }
  }

  /** Returns whether token k is a label with its date on one line, outside a run of labels. */
  private boolean isInline(int k) {
    return isLabel(k)
        && areOnOneLine(k, k + 1)
        && tokens.get(k + 1).isDate()
        && !(areOnOneLine(k - 1, k)
            && isLabel(k - 1)
            && areOnOneLine(k + 1, k + 2)
            && !isLabel(k + 2));
  }

  /**
   * Returns whether the value of label k is blank: the other pair of its row stands on its line,
   * and no date follows. Only the label of the last row is wrapped before its value.
   */
  private boolean isBlankCell(int k) {
    boolean inRow = k > 1 && !isLabel(k - 1) && isLabel(k - 2) && areOnOneLine(k - 2, k);
    if (!inRow || tokens.get(k).label() == DateLabel.APPLICATION_RECEIVED) {
      return false;
    }
    int next = Whitespace.skipForward(text, tokens.get(k).end(), text.length());
    return k + 1 == tokens.size() || isLabel(k + 1) || tokens.get(k + 1).start() != next;
  }

  private boolean isLabel(int k) {
    return !tokens.get(k).isDate();
  }

  private boolean areOnOneLine(int left, int right) {
    return left >= 0
        && right < tokens.size()
        && Whitespace.countLineEnds(text, tokens.get(left).end(), tokens.get(right).start()) == 0;
  }
}
