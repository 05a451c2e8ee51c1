package org.openimr.parser.letter.header;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openimr.parser.letter.model.LetterHeader;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.model.ReviewPriority;
import org.openimr.parser.letter.text.NormalizedLetter;

/**
 * The header block, a table of two columns that converters tear in every way: labels first, values
 * first, column by column.
 */
public final class HeaderParser {
  private HeaderParser() {}

  /** Reads the block that ends before offset {@code to}, the first heading. */
  public static LetterHeader parse(NormalizedLetter letter, int to) {
    String text = letter.text();
    HeaderDates found = HeaderDates.parse(text, to);
    Map<DateLabel, LocalDate> dates = found.dates();
    List<ParseWarning> warnings = new ArrayList<>(found.warnings());
    Optional<String> caseNumber = CaseKey.findCaseNumber(letter.original());
    Optional<ReviewPriority> priority = priority(text, to);
    if (caseNumber.isEmpty() && dates.isEmpty() && priority.isEmpty()) {
      warnings.add(
          new ParseWarning(
              ParseWarning.Code.HEADER_MISSING, "header", "the letter has no header block"));
    }
    return new LetterHeader(
        caseNumber,
        Optional.ofNullable(dates.get(DateLabel.DATE_ASSIGNED)),
        Optional.ofNullable(dates.get(DateLabel.DATE_OF_INJURY)),
        Optional.ofNullable(dates.get(DateLabel.DECISION_DATE)),
        Optional.ofNullable(dates.get(DateLabel.UR_DENIAL_DATE)),
        Optional.ofNullable(dates.get(DateLabel.APPLICATION_RECEIVED)),
        priority,
        List.copyOf(warnings));
  }

  private static Optional<ReviewPriority> priority(String text, int to) {
    if (text.indexOf("Priority", 0, to) < 0) {
      return Optional.empty();
    }
    if (text.indexOf("Expedited", 0, to) >= 0) {
      return Optional.of(ReviewPriority.EXPEDITED);
    }
    return text.indexOf("Standard", 0, to) >= 0
        ? Optional.of(ReviewPriority.STANDARD)
        : Optional.empty();
  }
}
