package org.openimr.parser.letter.header;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;
import org.openimr.parser.letter.text.Whitespace;

/** Labels of the dates in a header block, in the chronological order of the dates. */
enum DateLabel {
  DATE_OF_INJURY("dateOfInjury", "Date of Injury:"),
  UR_DENIAL_DATE("urDenialDate", "UR Denial Date:", "Date of UR Decision:", "UR Decision Date:"),
  /** Printed as {@code Application Received:}; converters may put the date between the words. */
  APPLICATION_RECEIVED("applicationReceived", "Application"),
  DATE_ASSIGNED("dateAssigned", "Date Assigned:"),
  DECISION_DATE("decisionDate", "Decision Date:", "Dated:");

  private static final DateLabel[] ALL = values();

  private final String field;

  @SuppressWarnings("ImmutableEnumChecker") // never modified
  private final SpacingTolerantLiteral[] literals;

  DateLabel(String field, String... words) {
    this.field = field;
    this.literals =
        Arrays.stream(words)
            .map(SpacingTolerantLiteral::new)
            .toArray(SpacingTolerantLiteral[]::new);
  }

  /** Returns the name of the field in the event. */
  String field() {
    return field;
  }

  /** Returns the label that starts at an offset, or null. */
  static @Nullable DateLabel startingAt(String text, int at, int to) {
    char c = text.charAt(at);
    if (c != 'D' && c != 'U' && c != 'A') {
      return null;
    }
    for (DateLabel label : ALL) {
      int end = label.endAt(text, at, to);
      if (end >= 0) {
        return label != APPLICATION_RECEIVED || isApplicationReceived(text, end, to) ? label : null;
      }
    }
    return null;
  }

  /** Returns whether {@code Received:}, a date or the end of the cell follows the first word. */
  private static boolean isApplicationReceived(String text, int wordEnd, int to) {
    int next = Whitespace.skipForward(text, wordEnd, to);
    return next == to
        || Whitespace.countLineEnds(text, wordEnd, next) > 0
        || text.startsWith("Received", next)
        || PrintedDateParser.endAt(text, next, to) >= 0
        || CaseNumberParser.parseAt(text, next) != null;
  }

  /** Returns the offset just past this label if it starts at {@code at}, else -1. */
  int endAt(String text, int at, int to) {
    for (SpacingTolerantLiteral literal : literals) {
      int end = literal.endAt(text, at, to);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }
}
