package org.openimr.parser.letter.model;

import java.util.List;
import java.util.Optional;

/**
 * The clinical case summary.
 *
 * @param text lines joined, paragraphs kept apart by a blank line
 * @param patientAge years, where the summary says it
 */
public record CaseSummary(
    String text,
    Optional<Integer> patientAge,
    Optional<PatientSex> patientSex,
    List<ParseWarning> warnings) {}
