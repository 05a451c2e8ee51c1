package org.openimr.parser.letter.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The header block of a letter. A field that the letter does not print is empty.
 *
 * @param caseNumber {@code CM} + two digits of the year + {@code -} + seven digits
 * @param dateAssigned the day on which the case was assigned
 * @param dateOfInjury the day of the injury
 * @param decisionDate the day of the final determination
 * @param urDenialDate the day on which utilization review denied the request
 * @param applicationReceived the day on which the application was received
 * @param priority standard or expedited
 * @param warnings invalid, corrected and missing fields, dates out of order, or a missing block
 */
public record LetterHeader(
    Optional<String> caseNumber,
    Optional<LocalDate> dateAssigned,
    Optional<LocalDate> dateOfInjury,
    Optional<LocalDate> decisionDate,
    Optional<LocalDate> urDenialDate,
    Optional<LocalDate> applicationReceived,
    Optional<ReviewPriority> priority,
    List<ParseWarning> warnings) {

  /** Returns this header with more warnings. */
  public LetterHeader withWarnings(List<ParseWarning> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<ParseWarning> all = Stream.concat(warnings.stream(), more.stream()).toList();
    return new LetterHeader(
        caseNumber,
        dateAssigned,
        dateOfInjury,
        decisionDate,
        urDenialDate,
        applicationReceived,
        priority,
        all);
  }
}
