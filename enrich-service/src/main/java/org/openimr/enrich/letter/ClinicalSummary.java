package org.openimr.enrich.letter;

import java.util.List;
import java.util.Optional;

/**
 * The clinical case summary.
 *
 * @param text lines joined, paragraphs kept apart by a blank line
 * @param patientAge years, where the summary says it
 */
public record ClinicalSummary(
    String text, Optional<Integer> patientAge, Optional<Sex> patientSex, List<Warning> warnings) {}
