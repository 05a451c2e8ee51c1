package org.openimr.enrich.citation;

import java.util.Optional;

/** Scanner for editions printed in free text. */
final class Edition {
  private static final String[] ORDINAL = {"edition", "ed"};

  /** How far behind a source's name an edition is looked for. */
  private static final int WORDS = 12;

  private Edition() {}

  /** {@code 3rd ed.}, {@code 14th Edition}, {@code 2016} or {@code updated 11/23/16}. */
  static Optional<String> of(Folded text, int from, int to) {
    int at = from;
    for (int words = 0; at < to && words < WORDS; words++) {
      int end = text.wordEnd(at);
      int next = text.next(end);
      if (next < to && ordinal(text, at, end)) {
        for (String word : ORDINAL) {
          if (text.word(next, word)) {
            return Optional.of(dotted(text, text.printed(at, next + word.length())));
          }
        }
      }
      if (Printed.year(text, at) && (text.gapBefore(at) & Folded.SLASH) == 0) {
        return Optional.of(text.printed(at, end));
      }
      if (text.word(at, "updated") && text.startsWithDigit(next)) {
        return Optional.of(text.printed(at, date(text, next)));
      }
      at = next;
    }
    return Optional.empty();
  }

  private static boolean ordinal(Folded text, int at, int end) {
    return end - at > 2 && text.startsWithDigit(at) && Character.isLetter(text.at(end - 1));
  }

  private static int date(Folded text, int at) {
    int end = text.wordEnd(at);
    while ((text.gap(end) & Folded.SLASH) != 0 && text.startsWithDigit(text.next(end))) {
      end = text.wordEnd(text.next(end));
    }
    return end;
  }

  /** The full stop of {@code ed.} is printed with it. */
  private static String dotted(Folded text, String printed) {
    return printed.endsWith("ed") ? printed + "." : printed;
  }
}
