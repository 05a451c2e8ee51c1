package org.openimr.enrich.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.schemas.CaseKey;

/**
 * The header block, a table of two columns that converters tear in every way: labels first, values
 * first, column by column.
 */
final class HeaderBlock {
  private HeaderBlock() {}

  /** Reads the block that ends before offset {@code to}, the first heading. */
  static Header read(LetterText letter, int to) {
    String text = letter.text();
    HeaderDates found = HeaderDates.in(text, to);
    Map<DateLabel, LocalDate> dates = found.dates();
    List<Warning> warnings = new ArrayList<>(found.warnings());
    Optional<String> caseNumber = CaseKey.caseNumber(letter.letter());
    Optional<Priority> priority = priority(text, to);
    if (caseNumber.isEmpty() && dates.isEmpty() && priority.isEmpty()) {
      warnings.add(
          new Warning(Warning.Code.HEADER_MISSING, "header", "the letter has no header block"));
    }
    return new Header(
        caseNumber,
        Optional.ofNullable(dates.get(DateLabel.DATE_ASSIGNED)),
        Optional.ofNullable(dates.get(DateLabel.DATE_OF_INJURY)),
        Optional.ofNullable(dates.get(DateLabel.DECISION_DATE)),
        Optional.ofNullable(dates.get(DateLabel.UR_DENIAL_DATE)),
        Optional.ofNullable(dates.get(DateLabel.APPLICATION_RECEIVED)),
        priority,
        List.copyOf(warnings));
  }

  private static Optional<Priority> priority(String text, int to) {
    if (text.indexOf("Priority", 0, to) < 0) {
      return Optional.empty();
    }
    if (text.indexOf("Expedited", 0, to) >= 0) {
      return Optional.of(Priority.EXPEDITED);
    }
    return text.indexOf("Standard", 0, to) >= 0 ? Optional.of(Priority.STANDARD) : Optional.empty();
  }
}
