package org.openimr.parser.citation.scan;

import java.util.Optional;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;

/**
 * The edition printed after the title of an MTUS document: {@code 2016}, {@code (ACOEM March 7,
 * 2019)}, {@code dated June 30, 2017}, {@code (2/13/2020)} or {@code v. 9}. The edition of a date
 * is its year.
 *
 * @param printed the year or the version as printed
 * @param end position just past it
 */
record TitleEdition(String printed, int end) {
  private static final WordSet PUBLISHER = WordSet.of("acoem guideline guidelines practice");
  private static final WordSet LABEL = WordSet.of("dated revised of as edition adopted");
  private static final WordSet MONTH =
      WordSet.of(
          "january february march april may june july august september october november december"
              + " jan feb mar apr jun jul aug sep sept oct nov dec");
  private static final WordSet VERSION = WordSet.of("v ver version");

  private static final int MAX_LABELS = 3;
  private static final int MAX_DAY = 31;

  /**
   * Finds the edition of a title.
   *
   * @param position position of the first word after the title
   */
  static Optional<TitleEdition> find(NormalizedText text, int position, int limit) {
    Optional<TitleEdition> version = version(text, position, limit);
    if (version.isPresent()) {
      return version;
    }
    int at = afterLabels(text, position, limit);
    return at >= limit || isSeparated(text, position, at)
        ? Optional.empty()
        : date(text, at, limit);
  }

  /** Skips the publisher and words such as {@code dated}. */
  private static int afterLabels(NormalizedText text, int position, int limit) {
    int at = position;
    for (int words = 0;
        words < MAX_LABELS
            && at < limit
            && (PUBLISHER.matchesAt(text, at) || LABEL.matchesAt(text, at));
        words++) {
      at = text.nextWord(text.wordEnd(at));
    }
    return at;
  }

  /** Whether a sentence or a list item ends between two positions or directly before the first. */
  private static boolean isSeparated(NormalizedText text, int from, int to) {
    int ends = NormalizedText.SEMICOLON | NormalizedText.FULL_STOP;
    for (int at = from; at <= to; at = text.nextWord(text.wordEnd(at))) {
      if ((text.gapBefore(at) & ends) != 0) {
        return true;
      }
    }
    return false;
  }

  private static Optional<TitleEdition> date(NormalizedText text, int at, int limit) {
    int year = at;
    if (MONTH.matchesAt(text, at)) {
      year = text.nextWord(text.wordEnd(at));
      if (isDay(text, year)) {
        year = text.nextWord(text.wordEnd(year));
      }
    } else if (isDay(text, at)) {
      return numericDate(text, at, limit);
    }
    return year < limit && LocatorScanner.isYear(text, year)
        ? Optional.of(of(text, year, afterIsoDate(text, year, limit)))
        : Optional.empty();
  }

  private static boolean isDay(NormalizedText text, int at) {
    int day = text.numberAt(at);
    return day >= 1 && day <= MAX_DAY;
  }

  /** The date {@code 2/13/2020}, {@code 2/13/20} or {@code 2/2020} at a position. */
  private static Optional<TitleEdition> numericDate(NormalizedText text, int at, int limit) {
    int day = partOfDate(text, at);
    if (day > 0 && day < limit && LocatorScanner.isYear(text, day)) {
      return Optional.of(of(text, day, text.wordEnd(day)));
    }
    int year = day < 0 ? -1 : partOfDate(text, day);
    if (year < 0 || year >= limit || !isDay(text, day)) {
      return Optional.empty();
    }
    if (LocatorScanner.isYear(text, year)) {
      return Optional.of(of(text, year, text.wordEnd(year)));
    }
    boolean short2 = text.wordEnd(year) - year == 2 && text.numberAt(year) >= 0;
    return short2
        ? Optional.of(new TitleEdition(text.printed(at, text.wordEnd(year)), text.wordEnd(year)))
        : Optional.empty();
  }

  /** Position of the part of a numeric date after the part at a position; -1 if there is none. */
  private static int partOfDate(NormalizedText text, int at) {
    int end = text.wordEnd(at);
    int gap = text.gap(end) & ~NormalizedText.BLANK;
    return end < text.length() - 1 && (gap == NormalizedText.SLASH || text.gap(end) == 0)
        ? text.nextWord(end)
        : -1;
  }

  /** End of {@code 2020-02-13}, the date that starts with the year at a position. */
  private static int afterIsoDate(NormalizedText text, int year, int limit) {
    int month = text.gap(text.wordEnd(year)) == 0 ? partOfDate(text, year) : -1;
    int day = month > 0 && isDay(text, month) ? partOfDate(text, month) : -1;
    return day > 0 && day < limit && isDay(text, day) ? text.wordEnd(day) : text.wordEnd(year);
  }

  private static TitleEdition of(NormalizedText text, int year, int end) {
    return new TitleEdition(text.printed(year, text.wordEnd(year)), end);
  }

  /** The version {@code v.3}, {@code v3} or {@code Version 11.1} at a position. */
  private static Optional<TitleEdition> version(NormalizedText text, int position, int limit) {
    int number = position;
    if (VERSION.matchesAt(text, position)) {
      number = text.nextWord(text.wordEnd(position));
    } else if (!isJoinedVersion(text, position)) {
      return Optional.empty();
    }
    int end = text.wordEnd(number);
    boolean numbered = number == position || text.startsWithDigit(number);
    return numbered && end <= limit
        ? Optional.of(new TitleEdition(text.printed(position, end), end))
        : Optional.empty();
  }

  private static boolean isJoinedVersion(NormalizedText text, int position) {
    return position + 1 < text.length()
        && text.charAt(position) == 'v'
        && text.startsWithDigit(position + 1);
  }
}
