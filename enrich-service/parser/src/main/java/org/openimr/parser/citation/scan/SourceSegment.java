package org.openimr.parser.citation.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Guideline;

/**
 * A segment of a statement that cites one source, in positions of the normalized text.
 *
 * @param bodyStart position of the first word after the name of the source
 * @param end position just past the last word
 * @param source the entry of the catalogue for the whole source
 */
public record SourceSegment(
    Authority authority, int start, int bodyStart, int end, Optional<Guideline> source) {

  static SourceSegment of(Guideline source, int start, int bodyStart, int end) {
    return new SourceSegment(source.authority(), start, bodyStart, end, Optional.of(source));
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

  /** Joins consecutive segments of sources outside guidelines, which are split as references. */
  static List<SourceSegment> joinOther(List<SourceSegment> segments) {
    List<SourceSegment> joined = new ArrayList<>(segments.size());
    for (SourceSegment segment : segments) {
      boolean follows = !joined.isEmpty() && joined.getLast().authority() == Authority.OTHER;
      if (follows && segment.authority() == Authority.OTHER) {
        joined.add(joined.removeLast().withEnd(segment.end()));
      } else {
        joined.add(segment);
      }
    }
    return joined;
  }
}
