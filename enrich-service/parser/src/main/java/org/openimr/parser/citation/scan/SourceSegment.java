package org.openimr.parser.citation.scan;

import java.util.Optional;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Guideline;

/**
 * A stretch of a statement in which one source is cited, in positions of the folded text.
 *
 * @param body behind the name of the source
 * @param end behind the last word
 * @param source the catalogue's entry of the source as a whole
 */
public record SourceSegment(
    Authority authority, int start, int bodyStart, int end, Optional<Guideline> source) {

  static SourceSegment of(Guideline source, int start, int body, int end) {
    return new SourceSegment(source.authority(), start, body, end, Optional.of(source));
  }

  static SourceSegment mtus(int start, int end) {
    return new SourceSegment(Authority.MTUS, start, start, end, Optional.empty());
  }

  SourceSegment withStart(int newStart) {
    return new SourceSegment(authority, newStart, bodyStart, end, source);
  }

  SourceSegment withEnd(int newEnd) {
    return new SourceSegment(authority, start, bodyStart, newEnd, source);
  }
}
