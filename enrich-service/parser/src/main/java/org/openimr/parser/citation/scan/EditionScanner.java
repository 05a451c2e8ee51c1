package org.openimr.parser.citation.scan;

import java.util.Optional;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;

/** Scanner for editions in free text. */
final class EditionScanner {
  /** Maximum words after the name of a source that are searched for an edition. */
  private static final int MAX_WORDS = 12;

  private static final WordSet EDITION = WordSet.of("edition ed");

  private EditionScanner() {}

  /** Finds {@code 3rd ed.}, {@code 14th Edition}, {@code 2016} or {@code updated 11/23/16}. */
  static Optional<String> scan(NormalizedText text, int from, int to) {
    int at = from;
    for (int words = 0; at < to && words < MAX_WORDS; words++) {
      int end = text.wordEnd(at);
      int next = text.nextWord(end);
      if (next < to && isOrdinal(text, at, end) && EDITION.matchesAt(text, next)) {
        return Optional.of(text.printedWithFullStop(at, text.wordEnd(next)));
      }
      if (LocatorScanner.isYear(text, at) && (text.gapBefore(at) & NormalizedText.SLASH) == 0) {
        return Optional.of(text.printed(at, end));
      }
      if (next < to && text.isWord(at, "updated") && text.startsWithDigit(next)) {
        return Optional.of(text.printed(at, dateEnd(text, next)));
      }
      at = next;
    }
    return Optional.empty();
  }

  private static boolean isOrdinal(NormalizedText text, int at, int end) {
    return end - at > 2 && text.startsWithDigit(at) && Character.isLetter(text.charAt(end - 1));
  }

  private static int dateEnd(NormalizedText text, int at) {
    int end = text.wordEnd(at);
    while ((text.gap(end) & NormalizedText.SLASH) != 0
        && text.startsWithDigit(text.nextWord(end))) {
      end = text.wordEnd(text.nextWord(end));
    }
    return end;
  }
}
