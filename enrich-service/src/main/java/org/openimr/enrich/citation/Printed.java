package org.openimr.enrich.citation;

import java.util.List;
import org.openimr.enrich.citation.Citation.Pages;

/** Scanners for what is printed beside names: pages, years, regulation sections. */
final class Printed {
  private static final Words PAGE = Words.of("page pages p pp pg pgs");
  private static final Words SECTION = Words.of("section sections");
  private static final int HIGHEST_PAGE = 9999;

  /** So many words may stand between a head and what is said of it. */
  private static final int LONGEST_DETAIL = 48;

  private static final Words STATE = Words.of("the california ca");
  private static final String[] SCHEDULE = {"medical", "treatment", "utilization", "schedule"};

  private Printed() {}

  /** Where the first number stands if the words at {@code position} announce pages, else -1. */
  static int pages(Folded text, int position) {
    int behind = announced(text, position);
    return behind > 0 && text.number(behind) >= 0 && codeEnd(text, behind) == 0 ? behind : -1;
  }

  /** Where the text goes on behind {@code Page(s):} or {@code Page(s): pp.}, or -1. */
  private static int announced(Folded text, int position) {
    int behind = PAGE.at(text, position) ? behindPlural(text, position) : -1;
    return behind > 0 && PAGE.at(text, behind) ? behindPlural(text, behind) : behind;
  }

  /** Reads a list of pages and ranges and returns where the last of them ends. */
  static int pages(Folded text, int position, int limit, List<Pages> pages) {
    int at = position;
    int end = position;
    while (at < limit && text.number(at) >= 0) {
      int first = text.number(at);
      end = text.wordEnd(at);
      int last = first;
      int other = rangeEnd(text, end);
      if (other > 0 && other < limit) {
        last = last(first, text.number(other));
        end = text.wordEnd(other);
      }
      pages.add(new Pages(first, Math.max(first, last)));
      end = skipTotal(text, end);
      at = nextInList(text, end);
    }
    return end;
  }

  private static int rangeEnd(Folded text, int end) {
    int gap = text.gap(end);
    int next = text.next(end);
    if (next >= text.length()) {
      return -1;
    }
    if (gap == 0 || (gap & ~Folded.BLANK) == Folded.DASH) {
      return text.number(next) >= 0 ? next : -1;
    }
    boolean to = text.word(next, "to") || text.word(next, "through");
    int behind = to ? text.next(text.wordEnd(next)) : -1;
    return to && text.number(behind) >= 0 ? behind : -1;
  }

  /** In {@code 303-5} the last page is 305. */
  private static int last(int first, int printed) {
    for (int unit = 10; printed < first && unit <= HIGHEST_PAGE; unit *= 10) {
      if (printed < unit) {
        return first / unit * unit + printed;
      }
    }
    return printed;
  }

  /** In {@code Page 60 of 127} the 127 is no page that is cited. */
  private static int skipTotal(Folded text, int end) {
    int next = text.next(end);
    if (next < text.length() && text.word(next, "of")) {
      int total = text.next(next + 2);
      return text.number(total) >= 0 ? text.wordEnd(total) : end;
    }
    return end;
  }

  private static int nextInList(Folded text, int end) {
    int next = text.next(end);
    boolean listed = (text.gap(end) & (Folded.COMMA | Folded.SEMICOLON)) != 0;
    if (next < text.length() && text.word(next, "and")) {
      next = text.next(next + 3);
      listed = true;
    }
    return listed && next < text.length() ? next : Integer.MAX_VALUE;
  }

  /** Where the text goes on behind {@code Section(s):}, or -1. */
  static int sections(Folded text, int position) {
    return SECTION.at(text, position) ? behindPlural(text, position) : -1;
  }

  /** Behind a word and the {@code (s)} that may follow. */
  private static int behindPlural(Folded text, int position) {
    int next = text.next(text.wordEnd(position));
    return next < text.length() && text.word(next, "s") ? text.next(next + 1) : next;
  }

  /**
   * Where {@code 8 C.C.R.} at {@code position} ends, the name of the regulations, with the word
   * before it that announces pages; else 0.
   */
  static int namedCodeEnd(Folded text, int position) {
    int behind = announced(text, position);
    return codeEnd(text, behind > 0 ? behind : position);
  }

  private static int codeEnd(Folded text, int position) {
    if (text.number(position) != 8) {
      return 0;
    }
    int next = text.next(position + 1);
    if (next < text.length() && text.word(next, "ccr")) {
      return text.wordEnd(next);
    }
    boolean spelt =
        next + 4 < text.length()
            && text.word(next, "c")
            && text.word(next + 2, "c")
            && text.word(next + 4, "r");
    return spelt ? next + 5 : 0;
  }

  /** Whether the word at {@code position} is a year. */
  static boolean year(Folded text, int position) {
    int year = text.number(position);
    return year >= 1990 && year <= 2099;
  }

  /** Whether the word at {@code position} is a section of the regulation. */
  static boolean regulation(Folded text, int position) {
    int end = text.wordEnd(position);
    return end - position >= 4 && text.number(position) == 9792
        || end - position > 5
            && text.at(position) == '9'
            && text.at(position + 1) == '7'
            && text.at(position + 2) == '9'
            && text.at(position + 3) == '2'
            && text.at(position + 4) == '.';
  }

  /** Where the regulation section, or the range of them, at {@code position} ends. */
  static int regulationEnd(Folded text, int position, int limit) {
    int end = text.wordEnd(position);
    int next = text.next(end);
    boolean range = (text.gap(end) & ~(Folded.BLANK | Folded.DASH)) == 0;
    return range && next < limit && regulation(text, next) ? text.wordEnd(next) : end;
  }

  /** Whether the sentence that holds {@code end} goes on with {@code part of the MTUS}. */
  static boolean partOfSchedule(Folded text, int end, int limit) {
    int at = text.next(end);
    for (int words = 0; words < LONGEST_DETAIL && at < limit; words++) {
      if ((text.gapBefore(at) & Folded.STOP) != 0 && text.capital(at)) {
        return false;
      }
      int behind = text.behind(at, "part", "of");
      if (behind > 0) {
        return schedule(text, behind) && !text.word(text.before(at), "not");
      }
      at = text.next(text.wordEnd(at));
    }
    return false;
  }

  private static boolean schedule(Folded text, int position) {
    int at = position;
    while (at < text.length() && STATE.at(text, at)) {
      at = text.next(text.wordEnd(at));
    }
    return text.behind(at, "mtus") > 0 || text.behind(at, SCHEDULE) > 0;
  }
}
