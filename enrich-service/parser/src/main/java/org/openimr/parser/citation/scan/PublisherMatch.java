package org.openimr.parser.citation.scan;

import java.util.Optional;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.NameIndex;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;

/**
 * The publisher before a chapter: {@code ACOEM Occupational Medicine Practice Guidelines, 2nd
 * Edition (2004),}.
 *
 * @param next position of the first word after it
 */
record PublisherMatch(int next, Optional<String> edition) {
  private static final WordSet EDITION = WordSet.of("second 2nd edition ed practice");

  /** Maximum consecutive names of the publisher. */
  private static final int MAX_NAMES = 8;

  /** Finds the publisher at a position. */
  static Optional<PublisherMatch> find(
      Catalogue catalogue, NormalizedText text, int position, int limit) {
    int at = position;
    Optional<String> edition = Optional.empty();
    for (int names = 0; names < MAX_NAMES && at < limit; names++) {
      Optional<NameIndex.NameMatch<Guideline>> name =
          catalogue.sources().findLongest(text, at, end -> end <= limit);
      if (name.isEmpty() || name.get().value().authority() != Authority.ACOEM) {
        break;
      }
      int from = text.nextWord(name.get().end());
      at = afterEdition(text, from, limit);
      if (at > from) {
        edition = EditionScanner.scan(text, from, at);
      }
    }
    return at == position ? Optional.empty() : Optional.of(new PublisherMatch(at, edition));
  }

  private static int afterEdition(NormalizedText text, int position, int limit) {
    int at = position;
    while (at < limit && (EDITION.matchesAt(text, at) || LocatorScanner.isYear(text, at))) {
      at = text.nextWord(text.wordEnd(at));
    }
    return at;
  }
}
