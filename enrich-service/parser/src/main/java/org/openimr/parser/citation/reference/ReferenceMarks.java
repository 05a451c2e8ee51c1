package org.openimr.parser.citation.reference;

import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;

/** Marks by which a reference to an article is told from other text. */
public final class ReferenceMarks {
  private static final WordSet MONTH =
      WordSet.of(
          "january february march april may june july august september october november december"
              + " jan feb mar apr jun jul aug sep sept oct nov dec");

  /** Maximum words of a list of authors. */
  private static final int MAX_AUTHOR_WORDS = 60;

  /** Maximum words of a reference before its volume. */
  private static final int MAX_WORDS = 80;

  private ReferenceMarks() {}

  /** Whether authors and, later, the year and the volume of a journal follow a position. */
  public static boolean startsArticle(NormalizedText text, int position, int limit) {
    if (!text.isCapitalized(position) || !startsWithAuthors(text, position)) {
      return false;
    }
    int at = position;
    boolean year = false;
    for (int words = 0; words < MAX_WORDS && at < limit; words++) {
      year |= isYear(text, at);
      if (year && isVolume(text, at)) {
        return true;
      }
      at = text.nextWord(text.wordEnd(at));
    }
    return false;
  }

  /** Position of the last volume of a journal in a range, or -1. */
  public static int lastVolume(NormalizedText text, int from, int limit) {
    int last = -1;
    for (int at = from; at < limit; at = text.nextWord(text.wordEnd(at))) {
      last = isVolume(text, at) ? at : last;
    }
    return last;
  }

  static boolean startsWithAuthors(NormalizedText text, int position) {
    int end = text.wordEnd(position);
    for (int words = 0; words < MAX_AUTHOR_WORDS && text.nextWord(end) < text.length(); words++) {
      end = text.wordEnd(text.nextWord(end));
    }
    String start = text.printed(position, end);
    return !AuthorList.find(start, 0, start.length()).names().isEmpty();
  }

  static boolean isYear(NormalizedText text, int position) {
    int year = text.numberAt(position);
    return year >= 1900 && year <= 2099 && (text.gapBefore(position) & NormalizedText.SLASH) == 0;
  }

  /** Whether a number is followed by its issue or pages: {@code 35:123}, {@code 12(3)}. */
  static boolean isVolume(NormalizedText text, int position) {
    int wordEnd = text.wordEnd(position);
    int gap = text.gap(wordEnd);
    return text.numberAt(position) >= 0
        && text.startsWithDigit(text.nextWord(wordEnd))
        && (gap == NormalizedText.COLON
            || gap == NormalizedText.OPEN
            || gap == NormalizedText.SEMICOLON);
  }

  static boolean isDate(NormalizedText text, int position) {
    return text.startsWithDigit(position) || MONTH.matchesAt(text, position);
  }
}
