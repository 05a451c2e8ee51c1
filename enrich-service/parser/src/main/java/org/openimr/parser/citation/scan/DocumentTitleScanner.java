package org.openimr.parser.citation.scan;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.Catalogue.DocumentTitle;
import org.openimr.parser.citation.catalogue.NameIndex;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;

/**
 * Scanner for heads of the MTUS: {@code Low Back Complaints 2004}, {@code Chronic Pain Treatment
 * Guidelines}, {@code ACOEM Chapter 5 Cornerstones of Disability Prevention and Management}.
 */
final class DocumentTitleScanner {
  /** A name this long is no common word. */
  private static final int MIN_DISTINCT_LENGTH = 15;

  private static final DocumentTitle ACOEM = new DocumentTitle("ACOEM", Optional.empty());
  private static final WordSet MONTHS = WordSet.of("may july june december revised");
  private static final WordSet CHAPTER = WordSet.of("chapter ch chap");

  private static final WordSet GUIDELINES = WordSet.of("guidelines guideline");

  private final Catalogue catalogue;
  private final NormalizedText text;
  private final int limit;
  private final IntPredicate within = this::within;

  DocumentTitleScanner(Catalogue catalogue, NormalizedText text, int limit) {
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
  record TitleMatch(
      Optional<DocumentTitle> title,
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
    private TitleMatch published(Optional<DocumentTitle> other, Optional<String> ofBook) {
      Optional<String> printed = edition.isPresent() ? edition : ofBook;
      return new TitleMatch(other, printed, end, nameEnd, false, edited, true);
    }
  }

  /**
   * The head that starts at {@code position}; null if none does.
   *
   * @param near whether a name within one edit is one
   */
  TitleMatch scan(int position, boolean near) {
    PublisherMatch publisher = PublisherMatch.find(catalogue, text, position, limit);
    int at = publisher == null ? position : publisher.next();
    Optional<String> edition = publisher == null ? Optional.empty() : publisher.edition();
    int number = chapterNumber(at);
    if (number > 0) {
      return chapter(text.numberAt(number), text.wordEnd(number), edition);
    }
    NameIndex.Match<DocumentTitle> name = name(at, near || publisher != null);
    if (publisher == null) {
      return name == null ? null : found(at, name);
    }
    return name == null
        ? new TitleMatch(Optional.of(ACOEM), edition, at - 1, at - 1, false, false, true)
        : found(at, name).published(Optional.of(name.value()), edition);
  }

  /** Whether a head starts at {@code position} that is known by its very name and has a year. */
  boolean hasYear(int position) {
    NameIndex.Match<DocumentTitle> name = name(position, false);
    return name != null && year(name.end()) > 0;
  }

  /** Whether a head starts at {@code position} whose name is no common word. */
  boolean hasDistinctName(int position) {
    NameIndex.Match<DocumentTitle> name = name(position, false);
    return name != null
        && (name.end() - position > MIN_DISTINCT_LENGTH
            || year(name.end()) > 0
            || afterGuidelines(name.end()) > name.end());
  }

  /**
   * Where the chapter of ACOEM at {@code position} ends of which its sentence then says {@code part
   * of the MTUS}; 0 if none is there.
   */
  int adoptedEnd(int position) {
    if (PublisherMatch.find(catalogue, text, position, limit) == null
        && chapterNumber(position) == 0) {
      return 0;
    }
    TitleMatch found = scan(position, false);
    boolean chapter = found.title().filter(head -> !head.equals(ACOEM)).isPresent();
    return chapter && LocatorScanner.isPartOfSchedule(text, found.end(), limit) ? found.end() : 0;
  }

  private NameIndex.Match<DocumentTitle> name(int position, boolean near) {
    if (position >= limit) {
      return null;
    }
    NameIndex.Match<DocumentTitle> exact =
        catalogue.documentTitles().findLongest(text, position, within);
    if (!near || exact != null && year(exact.end()) > 0) {
      return exact;
    }
    NameIndex.Match<DocumentTitle> edited =
        catalogue.documentTitles().findWithinOneEdit(text, position, within);
    boolean better =
        edited != null && (exact == null || edited.end() > exact.end() && year(edited.end()) > 0);
    return better ? edited : exact;
  }

  private TitleMatch found(int position, NameIndex.Match<DocumentTitle> name) {
    int year = year(name.end());
    int end = year > 0 ? text.wordEnd(year) : name.end();
    return new TitleMatch(
        Optional.of(name.value()),
        year > 0 ? Optional.of(text.printed(year, end)) : lastYear(name.end()),
        afterGuidelines(end),
        name.end(),
        text.printed(position, name.end()).equals(name.value().document()),
        name.edited(),
        false);
  }

  /**
   * By its number; but where the title behind that is another chapter's, both are printed, and the
   * title says more.
   */
  private TitleMatch chapter(int number, int numberEnd, Optional<String> edition) {
    Optional<DocumentTitle> numbered = catalogue.acoemChapter(number);
    int behind = text.nextWord(numberEnd);
    NameIndex.Match<DocumentTitle> title = name(behind, true);
    if (title == null && behind < limit) {
      title = catalogue.acoemTitles().find(text, behind, within);
    }
    if (title == null) {
      return new TitleMatch(numbered, edition, numberEnd, numberEnd, false, false, true);
    }
    Optional<DocumentTitle> titled = Optional.of(title.value());
    boolean other = numbered.isEmpty() || catalogue.isAcoemChapter(title.value());
    return found(behind, title).published(other ? titled : numbered, edition);
  }

  /** Where the number in {@code Chapter 5} stands; 0 if no chapter is printed there. */
  private int chapterNumber(int position) {
    if (position >= limit || !CHAPTER.matchesAt(text, position)) {
      return 0;
    }
    int number = text.nextWord(text.wordEnd(position));
    return text.numberAt(number) > 0 && text.wordEnd(number) <= limit ? number : 0;
  }

  /** Where the year of the name that ends at {@code end} stands; 0 if none is printed. */
  private int year(int end) {
    int at = text.nextWord(afterGuidelines(end));
    if (at < limit && MONTHS.matchesAt(text, at)) {
      at = text.nextWord(text.wordEnd(at));
    }
    boolean apart = (text.gapBefore(at) & (NormalizedText.SEMICOLON | NormalizedText.STOP)) != 0;
    return at < limit && !apart && LocatorScanner.isYear(text, at) ? at : 0;
  }

  /** The year that a name itself ends with. */
  private Optional<String> lastYear(int end) {
    int start = end - 4;
    return start > 0 && text.charAt(start - 1) == ' ' && LocatorScanner.isYear(text, start)
        ? Optional.of(text.printed(start, end))
        : Optional.empty();
  }

  private int afterGuidelines(int end) {
    int next = text.nextWord(end);
    return next < limit && GUIDELINES.matchesAt(text, next) ? text.wordEnd(next) : end;
  }

  private boolean within(int end) {
    return end <= limit;
  }
}
