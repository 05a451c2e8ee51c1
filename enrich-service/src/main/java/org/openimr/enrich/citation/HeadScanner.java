package org.openimr.enrich.citation;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.openimr.enrich.citation.Catalogue.Head;

/**
 * Scanner for heads of the MTUS: {@code Low Back Complaints 2004}, {@code Chronic Pain Treatment
 * Guidelines}, {@code ACOEM Chapter 5 Cornerstones of Disability Prevention and Management}.
 */
final class HeadScanner {
  /** A name this long is no common word. */
  private static final int LONG_NAME = 15;

  private static final Head ACOEM = new Head("ACOEM", Optional.empty());
  private static final Words MONTHS = Words.of("may july june december revised");
  private static final Words CHAPTER = Words.of("chapter ch chap");

  private static final Words GUIDELINES = Words.of("guidelines guideline");

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

    /** The same head, known by its publisher or number. */
    private Found published(Optional<Head> other, Optional<String> ofBook) {
      Optional<String> printed = edition.isPresent() ? edition : ofBook;
      return new Found(other, printed, end, nameEnd, false, edited, true);
    }
  }

  /**
   * The head that starts at {@code position}; null if none does.
   *
   * @param near whether a name within one edit is one
   */
  Found at(int position, boolean near) {
    Publisher publisher = Publisher.at(catalogue, text, position, limit);
    int at = publisher == null ? position : publisher.behind();
    Optional<String> edition = publisher == null ? Optional.empty() : publisher.edition();
    int number = chapterNumber(at);
    if (number > 0) {
      return chapter(text.number(number), text.wordEnd(number), edition);
    }
    Names.Match<Head> name = name(at, near || publisher != null);
    if (publisher == null) {
      return name == null ? null : found(at, name);
    }
    return name == null
        ? new Found(Optional.of(ACOEM), edition, at - 1, at - 1, false, false, true)
        : found(at, name).published(Optional.of(name.meaning()), edition);
  }

  /** Whether a head starts at {@code position} that is known by its very name and has a year. */
  boolean dated(int position) {
    Names.Match<Head> name = name(position, false);
    return name != null && year(name.end()) > 0;
  }

  /** Whether a head starts at {@code position} whose name is no common word. */
  boolean named(int position) {
    Names.Match<Head> name = name(position, false);
    return name != null
        && (name.end() - position > LONG_NAME
            || year(name.end()) > 0
            || behindGuidelines(name.end()) > name.end());
  }

  /**
   * Where the chapter of ACOEM at {@code position} ends of which its sentence then says {@code part
   * of the MTUS}; 0 if none is there.
   */
  int adoptedEnd(int position) {
    if (Publisher.at(catalogue, text, position, limit) == null && chapterNumber(position) == 0) {
      return 0;
    }
    Found found = at(position, false);
    boolean chapter = found.head().filter(head -> !head.equals(ACOEM)).isPresent();
    return chapter && Printed.partOfSchedule(text, found.end(), limit) ? found.end() : 0;
  }

  private Names.Match<Head> name(int position, boolean near) {
    if (position >= limit) {
      return null;
    }
    Names.Match<Head> exact = catalogue.heads().longest(text, position, within);
    if (!near || exact != null && year(exact.end()) > 0) {
      return exact;
    }
    Names.Match<Head> edited = catalogue.heads().oneEdit(text, position, within);
    boolean better =
        edited != null && (exact == null || edited.end() > exact.end() && year(edited.end()) > 0);
    return better ? edited : exact;
  }

  private Found found(int position, Names.Match<Head> name) {
    int year = year(name.end());
    int end = year > 0 ? text.wordEnd(year) : name.end();
    return new Found(
        Optional.of(name.meaning()),
        year > 0 ? Optional.of(text.printed(year, end)) : lastYear(name.end()),
        behindGuidelines(end),
        name.end(),
        text.printed(position, name.end()).equals(name.meaning().document()),
        name.edited(),
        false);
  }

  /**
   * By its number; but where the title behind that is another chapter's, both are printed, and the
   * title says more.
   */
  private Found chapter(int number, int numberEnd, Optional<String> edition) {
    Optional<Head> numbered = catalogue.acoemChapter(number);
    int behind = text.next(numberEnd);
    Names.Match<Head> title = name(behind, true);
    if (title == null && behind < limit) {
      title = catalogue.acoemTitles().find(text, behind, within);
    }
    if (title == null) {
      return new Found(numbered, edition, numberEnd, numberEnd, false, false, true);
    }
    Optional<Head> titled = Optional.of(title.meaning());
    boolean other = numbered.isEmpty() || catalogue.isAcoemChapter(title.meaning());
    return found(behind, title).published(other ? titled : numbered, edition);
  }

  /** Where the number in {@code Chapter 5} stands; 0 if no chapter is printed there. */
  private int chapterNumber(int position) {
    if (position >= limit || !CHAPTER.at(text, position)) {
      return 0;
    }
    int number = text.next(text.wordEnd(position));
    return text.number(number) > 0 && text.wordEnd(number) <= limit ? number : 0;
  }

  /** Where the year of the name that ends at {@code end} stands; 0 if none is printed. */
  private int year(int end) {
    int at = text.next(behindGuidelines(end));
    if (at < limit && MONTHS.at(text, at)) {
      at = text.next(text.wordEnd(at));
    }
    boolean apart = (text.gapBefore(at) & (Folded.SEMICOLON | Folded.STOP)) != 0;
    return at < limit && !apart && Printed.year(text, at) ? at : 0;
  }

  /** The year that a name itself ends with. */
  private Optional<String> lastYear(int end) {
    int start = end - 4;
    return start > 0 && text.at(start - 1) == ' ' && Printed.year(text, start)
        ? Optional.of(text.printed(start, end))
        : Optional.empty();
  }

  private int behindGuidelines(int end) {
    int next = text.next(end);
    return next < limit && GUIDELINES.at(text, next) ? text.wordEnd(next) : end;
  }

  private boolean within(int end) {
    return end <= limit;
  }
}
