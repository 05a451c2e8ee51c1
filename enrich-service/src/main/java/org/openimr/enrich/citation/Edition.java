package org.openimr.enrich.citation;

import java.util.Optional;

/** Scanner for editions printed in free text. */
final class Edition {
  /** An edition is looked for within so many words behind a source's name. */
  private static final int WORDS = 12;

  private static final Words EDITION = Words.of("edition ed");

  private Edition() {}

  /** {@code 3rd ed.}, {@code 14th Edition}, {@code 2016} or {@code updated 11/23/16}. */
  static Optional<String> of(Folded text, int from, int to) {
    int at = from;
    for (int words = 0; at < to && words < WORDS; words++) {
      int end = text.wordEnd(at);
      int next = text.next(end);
      if (next < to && ordinal(text, at, end) && EDITION.at(text, next)) {
        return Optional.of(text.printedStopped(at, text.wordEnd(next)));
      }
      if (Printed.year(text, at) && (text.gapBefore(at) & Folded.SLASH) == 0) {
        return Optional.of(text.printed(at, end));
      }
      if (next < to && text.word(at, "updated") && text.startsWithDigit(next)) {
        return Optional.of(text.printed(at, dateEnd(text, next)));
      }
      at = next;
    }
    return Optional.empty();
  }

  private static boolean ordinal(Folded text, int at, int end) {
    return end - at > 2 && text.startsWithDigit(at) && Character.isLetter(text.at(end - 1));
  }

  private static int dateEnd(Folded text, int at) {
    int end = text.wordEnd(at);
    while ((text.gap(end) & Folded.SLASH) != 0 && text.startsWithDigit(text.next(end))) {
      end = text.wordEnd(text.next(end));
    }
    return end;
  }
}
