package org.openimr.enrich.letter;

/** The dates of a header block, in the order that they must have: none before one above it. */
enum DateLabel {
  DATE_OF_INJURY("dateOfInjury", "Date of Injury:"),
  UR_DENIAL_DATE("urDenialDate", "UR Denial Date:"),
  /** The label reads {@code Application Received:}, and its value may stand between the words. */
  APPLICATION_RECEIVED("applicationReceived", "Application"),
  DATE_ASSIGNED("dateAssigned", "Date Assigned:"),
  DECISION_DATE("decisionDate", "Decision Date:");

  private static final DateLabel[] ALL = values();

  private final String field;

  private final Literal words;
  private final char first;

  DateLabel(String field, String words) {
    this.field = field;
    this.words = new Literal(words);
    this.first = words.charAt(0);
  }

  /** The field of the event. */
  String field() {
    return field;
  }

  /** The label that starts at an offset, or null. */
  static DateLabel at(String text, int at, int to) {
    for (DateLabel label : ALL) {
      if (label.first == text.charAt(at) && label.words.endAt(text, at, to) >= 0) {
        return label;
      }
    }
    return null;
  }

  /** The offset behind this label, which starts at {@code at}. */
  int end(String text, int at, int to) {
    return words.endAt(text, at, to);
  }
}
