package org.openimr.parser.citation.scan;

import java.util.List;
import org.openimr.parser.citation.model.Citation.Pages;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;

/** Scanners for the locators printed next to names: pages, years, regulation sections. */
final class LocatorScanner {
  private static final WordSet PAGE = WordSet.of("page pages p pp pg pgs");
  private static final WordSet SECTION = WordSet.of("section sections");
  private static final int MAX_PAGE = 9999;

  /** Maximum words between a title and {@code part of the MTUS}. */
  private static final int MAX_WORDS_BETWEEN = 48;

  private static final WordSet STATE = WordSet.of("the california ca");
  private static final String[] SCHEDULE = {"medical", "treatment", "utilization", "schedule"};

  private LocatorScanner() {}

  /** Position of the first number if a label for pages is at a position, else -1. */
  static int pages(NormalizedText text, int position) {
    int next = afterLabel(text, position);
    return next > 0 && text.numberAt(next) >= 0 && codeEnd(text, next) == 0 ? next : -1;
  }

  /** Position after {@code Page(s):} or {@code Page(s): pp.}, or -1. */
  private static int afterLabel(NormalizedText text, int position) {
    int next = PAGE.matchesAt(text, position) ? afterPlural(text, position) : -1;
    return next > 0 && PAGE.matchesAt(text, next) ? afterPlural(text, next) : next;
  }

  /** Adds a list of pages and ranges to {@code pages}; returns the position just past it. */
  static int pages(NormalizedText text, int position, int limit, List<Pages> pages) {
    int at = position;
    int end = position;
    while (at < limit && text.numberAt(at) >= 0) {
      int first = text.numberAt(at);
      end = text.wordEnd(at);
      int last = first;
      int other = rangeEnd(text, end);
      if (other > 0 && other < limit) {
        last = last(first, text.numberAt(other));
        end = text.wordEnd(other);
      }
      pages.add(new Pages(first, Math.max(first, last)));
      end = skipTotal(text, end);
      at = nextInList(text, end);
    }
    return end;
  }

  private static int rangeEnd(NormalizedText text, int end) {
    int gap = text.gap(end);
    int next = text.nextWord(end);
    if (next >= text.length()) {
      return -1;
    }
    if (gap == 0 || (gap & ~NormalizedText.BLANK) == NormalizedText.DASH) {
      return text.numberAt(next) >= 0 ? next : -1;
    }
    boolean to = text.isWord(next, "to") || text.isWord(next, "through");
    int number = to ? text.nextWord(text.wordEnd(next)) : -1;
    return to && text.numberAt(number) >= 0 ? number : -1;
  }

  /** In {@code 303-5} the last page is 305. */
  private static int last(int first, int printed) {
    for (int unit = 10; printed < first && unit <= MAX_PAGE; unit *= 10) {
      if (printed < unit) {
        return first / unit * unit + printed;
      }
    }
    return printed;
  }

  /** Skips the total in {@code Page 60 of 127}, which is not a cited page. */
  private static int skipTotal(NormalizedText text, int end) {
    int next = text.nextWord(end);
    if (next < text.length() && text.isWord(next, "of")) {
      int total = text.nextWord(next + 2);
      return text.numberAt(total) >= 0 ? text.wordEnd(total) : end;
    }
    return end;
  }

  private static int nextInList(NormalizedText text, int end) {
    int next = text.nextWord(end);
    boolean listed = (text.gap(end) & (NormalizedText.COMMA | NormalizedText.SEMICOLON)) != 0;
    if (next < text.length() && text.isWord(next, "and")) {
      next = text.nextWord(next + 3);
      listed = true;
    }
    return listed && next < text.length() ? next : Integer.MAX_VALUE;
  }

  /** Position after {@code Section(s):}, or -1. */
  static int afterSectionLabel(NormalizedText text, int position) {
    return SECTION.matchesAt(text, position) ? afterPlural(text, position) : -1;
  }

  /** Position after a word and the {@code (s)} that can follow. */
  private static int afterPlural(NormalizedText text, int position) {
    int next = text.nextWord(text.wordEnd(position));
    return next < text.length() && text.isWord(next, "s") ? text.nextWord(next + 1) : next;
  }

  /**
   * Position just past {@code 8 C.C.R.}, the name of the regulations, with the page label that can
   * be before it; 0 if it is not at the position.
   */
  static int namedCodeEnd(NormalizedText text, int position) {
    int next = afterLabel(text, position);
    return codeEnd(text, next > 0 ? next : position);
  }

  private static int codeEnd(NormalizedText text, int position) {
    if (text.numberAt(position) != 8) {
      return 0;
    }
    int next = text.nextWord(position + 1);
    if (next < text.length() && text.isWord(next, "ccr")) {
      return text.wordEnd(next);
    }
    boolean spelt =
        next + 4 < text.length()
            && text.isWord(next, "c")
            && text.isWord(next + 2, "c")
            && text.isWord(next + 4, "r");
    return spelt ? next + 5 : 0;
  }

  /** Whether the word at a position is a year. */
  static boolean isYear(NormalizedText text, int position) {
    int year = text.numberAt(position);
    return year >= 1990 && year <= 2099;
  }

  /** Whether the word at a position is a section of the regulation. */
  static boolean isRegulationSection(NormalizedText text, int position) {
    int end = text.wordEnd(position);
    return end - position >= 4 && text.numberAt(position) == 9792
        || end - position > 5
            && text.charAt(position) == '9'
            && text.charAt(position + 1) == '7'
            && text.charAt(position + 2) == '9'
            && text.charAt(position + 3) == '2'
            && text.charAt(position + 4) == '.';
  }

  /** Position just past the regulation section, or range of sections, at a position. */
  static int regulationEnd(NormalizedText text, int position, int limit) {
    int end = text.wordEnd(position);
    int next = text.nextWord(end);
    boolean range = (text.gap(end) & ~(NormalizedText.BLANK | NormalizedText.DASH)) == 0;
    return range && next < limit && isRegulationSection(text, next) ? text.wordEnd(next) : end;
  }

  /** Whether the sentence continues after a position with {@code part of the MTUS}. */
  static boolean isPartOfSchedule(NormalizedText text, int end, int limit) {
    int at = text.nextWord(end);
    for (int words = 0; words < MAX_WORDS_BETWEEN && at < limit; words++) {
      if ((text.gapBefore(at) & NormalizedText.FULL_STOP) != 0 && text.isCapitalized(at)) {
        return false;
      }
      int schedule = text.afterWords(at, "part", "of");
      if (schedule > 0) {
        return isSchedule(text, schedule) && !text.isWord(text.previousWord(at), "not");
      }
      at = text.nextWord(text.wordEnd(at));
    }
    return false;
  }

  private static boolean isSchedule(NormalizedText text, int position) {
    int at = position;
    while (at < text.length() && STATE.matchesAt(text, at)) {
      at = text.nextWord(text.wordEnd(at));
    }
    return text.afterWords(at, "mtus") > 0 || text.afterWords(at, SCHEDULE) > 0;
  }
}
