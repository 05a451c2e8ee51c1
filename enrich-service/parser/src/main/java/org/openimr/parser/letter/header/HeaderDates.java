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
 * @param dates those that are days of the calendar
 * @param warnings about those that are not, and those out of order
 */
record HeaderDates(Map<DateLabel, LocalDate> dates, List<ParseWarning> warnings) {
  /** The table read down its left column, then down its right one. */
  private static final List<DateLabel> COLUMN_ORDER =
      List.of(DATE_ASSIGNED, DECISION_DATE, DATE_OF_INJURY, UR_DENIAL_DATE, APPLICATION_RECEIVED);

  /** The table read line by line. */
  private static final List<DateLabel> ROW_ORDER =
      List.of(DATE_ASSIGNED, DATE_OF_INJURY, DECISION_DATE, UR_DENIAL_DATE, APPLICATION_RECEIVED);

  /** Reads the dates of a block that ends at offset {@code to}. */
  static HeaderDates parse(String text, int to) {
    DateLabelMatcher pairs = DateLabelMatcher.match(text, HeaderToken.scan(text, to));
    HeaderDates printed = of(text, pairs.asPrinted());
    if (printed.isOrdered()) {
      return printed;
    }
    HeaderDates down = of(text, pairs.regrouped(COLUMN_ORDER));
    HeaderDates across = of(text, pairs.regrouped(ROW_ORDER));
    return down.isOrdered() ? down : across.isOrdered() ? across : printed;
  }

  private static HeaderDates of(String text, Map<DateLabel, HeaderToken> pairs) {
    Map<DateLabel, LocalDate> dates = new EnumMap<>(DateLabel.class);
    List<ParseWarning> warnings = new ArrayList<>(0);
    LocalDate before = LocalDate.MIN;
    for (Map.Entry<DateLabel, HeaderToken> pair : pairs.entrySet()) {
      String field = pair.getKey().field();
      LocalDate date =
          PrintedDateParser.parse(text, pair.getValue().start(), pair.getValue().end());
      if (date == null) {
        warnings.add(warning(ParseWarning.Code.DATE_INVALID, field, "there is no such day"));
        continue;
      }
      dates.put(pair.getKey(), date);
      if (date.isBefore(before)) {
        warnings.add(
            warning(ParseWarning.Code.DATE_ORDER, field, "the date is before one it follows"));
      }
      before = date;
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
