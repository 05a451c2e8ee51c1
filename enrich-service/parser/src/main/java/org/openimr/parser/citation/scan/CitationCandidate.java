package org.openimr.parser.citation.scan;

import java.util.List;
import java.util.Optional;
import org.openimr.parser.citation.model.Citation;
import org.openimr.parser.citation.model.Citation.Authority;

/**
 * A scanned citation that is not resolved yet.
 *
 * @param document title in the catalogue of the document that is named; empty if none is known
 * @param alternatives titles of other documents that have the same name at other times
 * @param source id of the whole source if no document of it is named, e.g. {@code odg}
 * @param exact whether the document is named by exactly its title
 * @param unread whether it contains text that names nothing, such as sentences of a guideline
 */
public record CitationCandidate(
    Citation.Quoted printed,
    Authority authority,
    Optional<String> document,
    List<String> alternatives,
    Optional<String> source,
    boolean exact,
    boolean unread) {

  /** This candidate for another document that has the printed name. */
  public CitationCandidate withDocument(String other) {
    return new CitationCandidate(
        printed, authority, Optional.of(other), List.of(), source, false, unread);
  }
}
