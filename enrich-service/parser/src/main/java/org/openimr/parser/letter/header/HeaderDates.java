package org.openimr.parser.letter.header;

import static org.openimr.parser.letter.header.DateLabel.APPLICATION_RECEIVED;
import static org.openimr.parser.letter.header.DateLabel.DATE_ASSIGNED;
import static org.openimr.parser.letter.header.DateLabel.DATE_OF_INJURY;
import static org.openimr.parser.letter.header.DateLabel.DECISION_DATE;
import static org.openimr.parser.letter.header.DateLabel.UR_DENIAL_DATE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.model.ParseWarning.Code;

/**
 * The dates of a header block.
 *
 * @param dates the valid dates
 * @param warnings invalid and corrected dates
 */
record HeaderDates(Map<DateLabel, LocalDate> dates, List<ParseWarning> warnings) {
  /** Order of the labels if the table was extracted column by column. */
  private static final List<DateLabel> COLUMN_ORDER =
      List.of(DATE_ASSIGNED, DECISION_DATE, DATE_OF_INJURY, UR_DENIAL_DATE, APPLICATION_RECEIVED);

  /** Order of the labels if the table was extracted row by row. */
  private static final List<DateLabel> ROW_ORDER =
      List.of(DATE_ASSIGNED, DATE_OF_INJURY, DECISION_DATE, UR_DENIAL_DATE, APPLICATION_RECEIVED);

  /**
   * Parses the dates of a header block. If they are out of order as printed, the orders of columns
   * and rows are tried for the dates that were separated from their labels.
   *
   * @param from start of the header block
   * @param to end of the header block
   */
  static HeaderDates parse(String text, int from, int to) {
    DateLabelMatcher matcher = DateLabelMatcher.match(text, HeaderToken.scan(text, from, to));
    HeaderDates printed = of(text, matcher.asPrinted());
    if (printed.isOrdered()) {
      return printed;
    }
    HeaderDates byColumn = of(text, matcher.reordered(COLUMN_ORDER));
    HeaderDates byRow = of(text, matcher.reordered(ROW_ORDER));
    return byColumn.isOrdered() ? byColumn : byRow.isOrdered() ? byRow : printed;
  }

  private static HeaderDates of(String text, Map<DateLabel, HeaderToken> tokens) {
    Map<DateLabel, LocalDate> dates = new EnumMap<>(DateLabel.class);
    List<ParseWarning> warnings = new ArrayList<>(0);
    tokens.forEach(
        (label, token) -> {
          LocalDate date = PrintedDateParser.parse(text, token.start(), token.end());
          if (date == null) {
            warnings.add(
                new ParseWarning(Code.DATE_INVALID, label.field(), "not a day of the calendar"));
          } else {
            dates.put(label, date);
            if (PrintedDateParser.isCorrected(text, token.start(), token.end())) {
              warnings.add(FieldWarnings.corrected(label.field()));
            }
          }
        });
    return new HeaderDates(dates, warnings);
  }

  private boolean isOrdered() {
    return orderWarnings().isEmpty();
  }

  Optional<LocalDate> get(DateLabel label) {
    return Optional.ofNullable(dates.get(label));
  }

  /** Returns whether a date is printed, valid or not. */
  boolean isPrinted(DateLabel label) {
    return dates.containsKey(label)
        || warnings.stream().anyMatch(warning -> warning.field().equals(label.field()));
  }

  /** Returns a warning for each date that is earlier than the one that must precede it. */
  List<ParseWarning> orderWarnings() {
    List<ParseWarning> disordered = new ArrayList<>(0);
    LocalDate previous = LocalDate.MIN;
    for (Map.Entry<DateLabel, LocalDate> entry : dates.entrySet()) {
      if (entry.getValue().isBefore(previous)) {
        disordered.add(
            new ParseWarning(
                Code.DATE_ORDER,
                entry.getKey().field(),
                "earlier than a date that must precede it"));
      }
      previous = entry.getValue();
    }
    return disordered;
  }
}
