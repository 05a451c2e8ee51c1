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
import org.openimr.parser.letter.model.ParseWarning;

/**
 * The dates of a header block.
 *
 * @param dates the valid dates
 * @param warnings invalid dates and dates out of order
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
   * @param to end of the header block
   */
  static HeaderDates parse(String text, int to) {
    DateLabelMatcher matcher = DateLabelMatcher.match(text, HeaderToken.scan(text, to));
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
    LocalDate previous = LocalDate.MIN;
    for (Map.Entry<DateLabel, HeaderToken> token : tokens.entrySet()) {
      String field = token.getKey().field();
      LocalDate date =
          PrintedDateParser.parse(text, token.getValue().start(), token.getValue().end());
      if (date == null) {
        warnings.add(warning(ParseWarning.Code.DATE_INVALID, field, "not a day of the calendar"));
        continue;
      }
      dates.put(token.getKey(), date);
      if (date.isBefore(previous)) {
        warnings.add(
            warning(
                ParseWarning.Code.DATE_ORDER, field, "earlier than a date that must precede it"));
      }
      previous = date;
    }
    return new HeaderDates(dates, warnings);
  }

  private boolean isOrdered() {
    return warnings.stream().noneMatch(warning -> warning.code() == ParseWarning.Code.DATE_ORDER);
  }

  private static ParseWarning warning(ParseWarning.Code code, String field, String message) {
    return new ParseWarning(code, field, message);
  }
}
