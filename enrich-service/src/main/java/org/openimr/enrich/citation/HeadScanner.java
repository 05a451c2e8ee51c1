package org.openimr.enrich.citation;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.openimr.enrich.citation.Catalogue.Head;
import org.openimr.enrich.citation.Citation.Authority;

/**
 * Scanner for heads of the MTUS: {@code Low Back Complaints 2004}, {@code Chronic Pain Treatment
 * Guidelines}, {@code ACOEM Chapter 5 Cornerstones of Disability Prevention and Management}.
 */
final class HeadScanner {
  private static final Head ACOEM = new Head("ACOEM", Optional.empty());
  private static final String[] EDITION = {"second", "2nd", "edition", "ed", "2004", "practice"};
  private static final String[] MONTHS = {"may", "july", "june", "december", "effective"};
  private static final String[] CHAPTER = {"chapter", "ch", "chap"};

  /** A name this long is no common word. */
  private static final int LONG_NAME = 15;

  private final Catalogue catalogue;
  private final Folded text;
  private final int limit;
  private final IntPredicate within = this::within;

  HeadScanner(Catalogue catalogue, Folded text, int limit) {
    this.catalogue = catalogue;
    this.text = text;
    this.limit = limit;
  }

  /**
   * A head found.
   *
   * @param head empty where a chapter has a number that no catalogue entry has
   * @param end position behind its last word
   * @param nameEnd position behind its name, before the year
   * @param exact whether it is printed as its document is called
   * @param edited whether it is known within one edit only
   * @param published whether its publisher or its chapter number stand before it
   */
  record Found(
      Optional<Head> head,
      Optional<String> edition,
      int end,
      int nameEnd,
      boolean exact,
      boolean edited,
      boolean published) {

    boolean dated() {
      return edition.isPresent();
    }
  }

  /**
   * The head that starts at {@code position}; null if none does.
   *
   * @param near whether a name within one edit is one
   */
  Found at(int position, boolean near) {
    int at = publisher(position);
    int number = chapterNumber(at);
    if (number > 0) {
      return chapter(text.number(number), text.wordEnd(number));
    }
    Names.Match<Head> name = name(at, near || at > position);
    if (name == null) {
      return at > position ? published(ACOEM, at - 1) : null;
    }
    return found(at, name, at > position);
  }

  /** The head that starts at {@code position} if it is known by its very name and has a year. */
  boolean dated(int position) {
    if (position >= limit) {
      return false;
    }
    Names.Match<Head> name = catalogue.heads().longest(text, position, within);
    return name != null && year(name.end()) > 0;
  }

  /** Whether a head starts at {@code position} that is known by its very name and announced so. */
  boolean named(int position) {
    if (position >= limit) {
      return false;
    }
    Names.Match<Head> name = catalogue.heads().longest(text, position, within);
    return name != null
        && (year(name.end()) > 0
            || behindGuidelines(name.end()) > name.end()
            || name.end() - position > LONG_NAME);
  }

  private Names.Match<Head> name(int position, boolean near) {
    if (position >= limit) {
      return null;
    }
    return near
        ? catalogue.heads().find(text, position, within)
        : catalogue.heads().longest(text, position, within);
  }

  private Found found(int position, Names.Match<Head> name, boolean published) {
    int year = year(name.end());
    int yearEnd = year > 0 ? text.wordEnd(year) : name.end();
    Optional<String> edition =
        year > 0 ? Optional.of(text.printed(year, yearEnd)) : lastYear(name.end());
    boolean exact =
        !published && text.printed(position, name.end()).equals(name.meaning().document());
    return new Found(
        Optional.of(name.meaning()),
        edition,
        behindGuidelines(yearEnd),
        name.end(),
        exact,
        name.edited(),
        published);
  }

  private static Found published(Head head, int end) {
    return new Found(Optional.of(head), Optional.empty(), end, end, false, false, true);
  }

  /**
   * By its number, unless the title behind that is another chapter's: then both are printed, and
   * the title says more.
   */
  private Found chapter(int number, int numberEnd) {
    Optional<Head> numbered = catalogue.acoemChapter(number);
    int behind = text.next(numberEnd);
    Names.Match<Head> title = name(behind, true);
    if (title == null && behind < limit) {
      title = catalogue.acoemTitles().find(text, behind, within);
    }
    if (title == null) {
      return new Found(numbered, Optional.empty(), numberEnd, numberEnd, false, false, true);
    }
    Found titled = found(behind, title, true);
    boolean other = catalogue.isAcoemChapter(title.meaning());
    return new Found(
        other || numbered.isEmpty() ? titled.head() : numbered,
        titled.edition(),
        titled.end(),
        titled.nameEnd(),
        false,
        title.edited(),
        true);
  }

  /** Behind {@code ACOEM Occupational Medicine Practice Guidelines, 2nd edition (2004),}. */
  private int publisher(int position) {
    int at = position;
    while (at < limit) {
      Names.Match<Guideline> name = catalogue.sources().longest(text, at, within);
      if (name == null || name.meaning().authority() != Authority.ACOEM) {
        break;
      }
      at = edition(text.next(name.end()));
    }
    return Math.min(at, limit + 1);
  }

  private int edition(int position) {
    int at = position;
    for (String word : EDITION) {
      if (at < limit && text.word(at, word)) {
        at = text.next(at + word.length());
      }
    }
    return at;
  }

  /** Where the number in {@code Chapter 5} stands; 0 if no chapter is printed there. */
  private int chapterNumber(int position) {
    for (String word : CHAPTER) {
      if (position < limit && text.word(position, word)) {
        int number = text.next(position + word.length());
        return text.number(number) > 0 && text.wordEnd(number) <= limit ? number : 0;
      }
    }
    return 0;
  }

  /** Where the year of the name that ends at {@code end} stands; 0 if none is printed. */
  private int year(int end) {
    int at = text.next(behindGuidelines(end));
    for (String month : MONTHS) {
      if (at < limit && text.word(at, month)) {
        at = text.next(at + month.length());
      }
    }
    boolean apart = (text.gapBefore(at) & (Folded.SEMICOLON | Folded.STOP)) != 0;
    return at < limit && !apart && Printed.year(text, at) ? at : 0;
  }

  /** The year that a name itself ends with, as in {@code Elbow Disorders (Revised 2007)}. */
  private Optional<String> lastYear(int end) {
    int start = end - 4;
    return start > 0 && text.at(start - 1) == ' ' && Printed.year(text, start)
        ? Optional.of(text.printed(start, end))
        : Optional.empty();
  }

  private int behindGuidelines(int end) {
    int next = text.next(end);
    boolean guidelines =
        next < limit && (text.word(next, "guideline") || text.word(next, "guidelines"));
    return guidelines ? text.wordEnd(next) : end;
  }

  private boolean within(int end) {
    return end <= limit;
  }
}
