package org.openimr.parser.citation.scan;

import java.util.Optional;
import org.openimr.parser.citation.model.Citation;
import org.openimr.parser.citation.model.Citation.Authority;

/**
 * A scanned citation that is not resolved yet.
 *
 * @param document title in the catalogue of the document that is named; empty if none is known
 * @param source id of the whole source if no document of it is named, e.g. {@code odg}
 * @param exact whether the document is named by exactly its title
 * @param unread whether it contains text that names nothing, such as sentences of a guideline
 */
public record CitationCandidate(
    Citation.Quoted printed,
    Authority authority,
    Optional<String> document,
    Optional<String> source,
    boolean exact,
    boolean unread) {}
