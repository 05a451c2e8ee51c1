package org.openimr.parser.letter.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The header block of a letter; what is not printed is empty. */
public record LetterHeader(
    Optional<String> caseNumber,
    Optional<LocalDate> dateAssigned,
    Optional<LocalDate> dateOfInjury,
    Optional<LocalDate> decisionDate,
    Optional<LocalDate> urDenialDate,
    Optional<LocalDate> applicationReceived,
    Optional<ReviewPriority> priority,
    List<ParseWarning> warnings) {}
