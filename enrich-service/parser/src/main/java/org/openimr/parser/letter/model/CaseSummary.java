package org.openimr.parser.letter.model;

import java.util.List;
import java.util.Optional;

/**
 * The clinical case summary of a letter.
 *
 * @param text the summary with its lines joined and a blank line between paragraphs
 * @param patientAge age in years, or empty if the summary does not state it
 * @param patientSex sex of the patient, or empty if the summary does not state it
 * @param warnings {@code AGE_AMBIGUOUS} if the summary states more than one age
 */
public record CaseSummary(
    String text,
    Optional<Integer> patientAge,
    Optional<PatientSex> patientSex,
    List<ParseWarning> warnings) {}
