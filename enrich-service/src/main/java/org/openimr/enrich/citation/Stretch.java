package org.openimr.enrich.citation;

import java.util.Optional;
import org.openimr.enrich.citation.Citation.Authority;

/**
 * A stretch of a statement in which one source is cited, in positions of the folded text.
 *
 * @param body behind the name of the source
 * @param end behind the last word
 * @param source the catalogue's entry of the source as a whole
 */
record Stretch(Authority authority, int start, int body, int end, Optional<Guideline> source) {

  static Stretch of(Guideline source, int start, int body, int end) {
    return new Stretch(source.authority(), start, body, end, Optional.of(source));
  }

  static Stretch mtus(int start, int end) {
    return new Stretch(Authority.MTUS, start, start, end, Optional.empty());
  }

  Stretch from(int newStart) {
    return new Stretch(authority, newStart, body, end, source);
  }

  Stretch until(int newEnd) {
    return new Stretch(authority, start, body, newEnd, source);
  }
}
