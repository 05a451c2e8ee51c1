package org.openimr.parser.citation.reference;

import java.util.Optional;
import org.openimr.parser.citation.model.Citation.Reference;
import org.openimr.parser.citation.model.Guideline;

/**
 * A reference in positions of the normalized text.
 *
 * @param bodyStart position of the first word after the name of the source that starts it
 * @param end position just past its last word
 * @param source its publisher or database
 */
public record PrintedReference(
    int start, int bodyStart, int end, Optional<Guideline> source, Reference reference) {}
