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
 * Parses the header block, a table of two columns whose cells converters extract in any order:
 * labels first, values first, or column by column.
 */
public final class HeaderParser {
  private HeaderParser() {}

  /**
   * Parses the header block of a letter.
   *
   * @param to offset of the first heading, the end of the block
   */
  public static LetterHeader parse(NormalizedLetter letter, int to) {
    String text = letter.text();
    HeaderDates headerDates = HeaderDates.parse(text, to);
    Map<DateLabel, LocalDate> dates = headerDates.dates();
    List<ParseWarning> warnings = new ArrayList<>(headerDates.warnings());
    Optional<String> caseNumber = CaseKey.findCaseNumber(letter.original());
    Optional<ReviewPriority> priority = findPriority(text, to);
    if (caseNumber.isEmpty() && dates.isEmpty() && priority.isEmpty()) {
      warnings.add(
          new ParseWarning(
              ParseWarning.Code.HEADER_MISSING,
              "header",
              "the letter does not have a header block"));
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

  private static Optional<ReviewPriority> findPriority(String text, int to) {
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
