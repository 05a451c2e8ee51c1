package org.openimr.parser.letter.header;

import java.util.Arrays;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;

/** The dates of a header block, in the order that they must have: none before one above it. */
enum DateLabel {
  DATE_OF_INJURY("dateOfInjury", "Date of Injury:"),
  UR_DENIAL_DATE("urDenialDate", "UR Denial Date:", "Date of UR Decision:", "UR Decision Date:"),
  /** The label reads {@code Application Received:}, and its value may stand between the words. */
  APPLICATION_RECEIVED("applicationReceived", "Application"),
  DATE_ASSIGNED("dateAssigned", "Date Assigned:"),
  DECISION_DATE("decisionDate", "Decision Date:", "Dated:");

  private static final DateLabel[] ALL = values();

  private final String field;

  private final SpacingTolerantLiteral[] words;

  DateLabel(String field, String... words) {
    this.field = field;
    this.words =
        Arrays.stream(words)
            .map(SpacingTolerantLiteral::new)
            .toArray(SpacingTolerantLiteral[]::new);
  }

  /** The field of the event. */
  String field() {
    return field;
  }

  /** The label that starts at an offset, or null. */
  static DateLabel startingAt(String text, int at, int to) {
    char c = text.charAt(at);
    if (c != 'D' && c != 'U' && c != 'A') {
      return null;
    }
    for (DateLabel label : ALL) {
      if (label.endAt(text, at, to) >= 0) {
        return label;
      }
    }
    return null;
  }

  /** The offset behind this label if it starts at {@code at}, else -1. */
  int endAt(String text, int at, int to) {
    for (SpacingTolerantLiteral literal : words) {
      int end = literal.endAt(text, at, to);
      if (end >= 0) {
        return end;
      }
    }
    return -1;
  }
}
