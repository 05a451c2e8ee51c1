package org.openimr.enrich.letter;

import static org.openimr.enrich.letter.DateLabel.APPLICATION_RECEIVED;
import static org.openimr.enrich.letter.DateLabel.DATE_ASSIGNED;
import static org.openimr.enrich.letter.DateLabel.DATE_OF_INJURY;
import static org.openimr.enrich.letter.DateLabel.DECISION_DATE;
import static org.openimr.enrich.letter.DateLabel.UR_DENIAL_DATE;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The dates of a header block.
 *
 * @param dates those that are days of the calendar
 * @param warnings about those that are not, and those out of order
 */
record HeaderDates(Map<DateLabel, LocalDate> dates, List<Warning> warnings) {
  /** The table read down its left column, then down its right one. */
  private static final List<DateLabel> DOWN =
      List.of(DATE_ASSIGNED, DECISION_DATE, DATE_OF_INJURY, UR_DENIAL_DATE, APPLICATION_RECEIVED);

  /** The table read line by line. */
  private static final List<DateLabel> ACROSS =
      List.of(DATE_ASSIGNED, DATE_OF_INJURY, DECISION_DATE, UR_DENIAL_DATE, APPLICATION_RECEIVED);

  /** Reads the dates of a block that ends at offset {@code to}. */
  static HeaderDates in(String text, int to) {
    DatePairs pairs = DatePairs.of(text, HeaderMark.in(text, to));
    HeaderDates printed = of(text, pairs.asPrinted());
    if (printed.ordered()) {
      return printed;
    }
    HeaderDates down = of(text, pairs.regrouped(DOWN));
    HeaderDates across = of(text, pairs.regrouped(ACROSS));
    return down.ordered() ? down : across.ordered() ? across : printed;
  }

  private static HeaderDates of(String text, Map<DateLabel, HeaderMark> pairs) {
    Map<DateLabel, LocalDate> dates = new EnumMap<>(DateLabel.class);
    List<Warning> warnings = new ArrayList<>(0);
    LocalDate before = LocalDate.MIN;
    for (Map.Entry<DateLabel, HeaderMark> pair : pairs.entrySet()) {
      String field = pair.getKey().field();
      LocalDate date = Dates.read(text, pair.getValue().start(), pair.getValue().end());
      if (date == null) {
        warnings.add(warning(Warning.Code.DATE_INVALID, field, "there is no such day"));
        continue;
      }
      dates.put(pair.getKey(), date);
      if (date.isBefore(before)) {
        warnings.add(warning(Warning.Code.DATE_ORDER, field, "the date is before one it follows"));
      }
      before = date;
    }
    return new HeaderDates(dates, warnings);
  }

  private boolean ordered() {
    return warnings.stream().noneMatch(warning -> warning.code() == Warning.Code.DATE_ORDER);
  }

  private static Warning warning(Warning.Code code, String field, String message) {
    return new Warning(code, field, message);
  }
}
