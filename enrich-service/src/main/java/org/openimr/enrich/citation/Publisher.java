package org.openimr.enrich.citation;

import java.util.Optional;
import org.openimr.enrich.citation.Citation.Authority;

/**
 * {@code ACOEM Occupational Medicine Practice Guidelines, 2nd Edition (2004),} before a chapter.
 *
 * @param behind position of the word behind it
 */
record Publisher(int behind, Optional<String> edition) {
  private static final Words EDITION = Words.of("second 2nd edition ed practice");

  /** No publisher goes by as many names in a row. */
  private static final int MOST_NAMES = 8;

  /** What stands at {@code position}; null if it is no such thing. */
  static Publisher at(Catalogue catalogue, Folded text, int position, int limit) {
    int at = position;
    Optional<String> edition = Optional.empty();
    for (int names = 0; names < MOST_NAMES && at < limit; names++) {
      Names.Match<Guideline> name = catalogue.sources().longest(text, at, end -> end <= limit);
      if (name == null || name.meaning().authority() != Authority.ACOEM) {
        break;
      }
      int from = text.next(name.end());
      at = behindEdition(text, from, limit);
      if (at > from) {
        edition = Edition.of(text, from, at);
      }
    }
    return at == position ? null : new Publisher(at, edition);
  }

  private static int behindEdition(Folded text, int position, int limit) {
    int at = position;
    while (at < limit && (EDITION.at(text, at) || Printed.year(text, at))) {
      at = text.next(text.wordEnd(at));
    }
    return at;
  }
}
