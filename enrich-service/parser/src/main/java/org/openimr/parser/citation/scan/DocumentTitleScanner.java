package org.openimr.parser.citation.scan;

import java.util.Optional;
import java.util.function.IntPredicate;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.Catalogue.DocumentTitle;
import org.openimr.parser.citation.catalogue.NameIndex.NameMatch;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.citation.text.WordSet;
import org.openimr.parser.letter.text.TextFolding;

/**
 * Scanner for titles of MTUS documents: {@code Low Back Complaints 2004}, {@code Chronic Pain
 * Treatment Guidelines}, {@code ACOEM Chapter 5 Cornerstones of Disability Prevention and
 * Management}.
 */
final class DocumentTitleScanner {
  /** Names up to this length can be common words. */
  private static final int MAX_COMMON_LENGTH = 15;

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
   * A title found.
   *
   * @param title empty if the catalogue has no chapter with the printed number
   * @param end position just past its last word
   * @param nameEnd position just past its name, before the year
   * @param exact whether it is printed exactly like the title of the document
   * @param edited whether it differs from the name by one edit
   * @param published whether it follows its publisher or chapter number
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

    /** This match with a publisher or chapter number before it. */
    private TitleMatch published(Optional<DocumentTitle> other, Optional<String> bookEdition) {
      Optional<String> printed = edition.isPresent() ? edition : bookEdition;
      return new TitleMatch(other, printed, end, nameEnd, false, edited, true);
    }
  }

  /**
   * Scans the title at a position.
   *
   * @param fuzzy whether the name may differ by one edit
   */
  Optional<TitleMatch> scan(int position, boolean fuzzy) {
    Optional<PublisherMatch> publisher = PublisherMatch.find(catalogue, text, position, limit);
    int at = publisher.isPresent() ? publisher.get().next() : position;
    Optional<String> edition = publisher.flatMap(PublisherMatch::edition);
    int number = chapterNumber(at);
    if (number > 0) {
      return Optional.of(chapter(text.numberAt(number), text.wordEnd(number), edition));
    }
    Optional<NameMatch<DocumentTitle>> name = name(at, fuzzy || publisher.isPresent());
    if (publisher.isPresent()) {
      return Optional.of(published(at, name, edition));
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(titleMatch(at, name.get()));
  }

  private TitleMatch published(
      int at, Optional<NameMatch<DocumentTitle>> name, Optional<String> edition) {
    return name.isEmpty()
        ? new TitleMatch(Optional.of(ACOEM), edition, at - 1, at - 1, false, false, true)
        : titleMatch(at, name.get()).published(Optional.of(name.get().value()), edition);
  }

  /** Whether an exact title with a year starts at a position. */
  boolean hasYear(int position) {
    Optional<NameMatch<DocumentTitle>> name = name(position, false);
    return name.isPresent() && year(name.get().end()) > 0;
  }

  /** Whether a title starts at a position that cannot be a common word. */
  boolean hasDistinctName(int position) {
    Optional<NameMatch<DocumentTitle>> name = name(position, false);
    return name.isPresent() && isDistinct(position, name.get().end());
  }

  private boolean isDistinct(int start, int end) {
    return end - start > MAX_COMMON_LENGTH || year(end) > 0 || afterGuidelines(end) > end;
  }

  /**
   * End of the chapter of ACOEM at a position if its sentence calls it {@code part of the MTUS},
   * else 0.
   */
  int adoptedEnd(int position) {
    if (PublisherMatch.find(catalogue, text, position, limit).isEmpty()
        && chapterNumber(position) == 0) {
      return 0;
    }
    return scan(position, false)
        .filter(match -> match.title().filter(title -> !title.equals(ACOEM)).isPresent())
        .map(TitleMatch::end)
        .filter(end -> LocatorScanner.isPartOfSchedule(text, end, limit))
        .orElse(0);
  }

  private Optional<NameMatch<DocumentTitle>> name(int position, boolean fuzzy) {
    if (position >= limit) {
      return Optional.empty();
    }
    Optional<NameMatch<DocumentTitle>> exact =
        catalogue.documentTitles().findLongest(text, position, within);
    if (!fuzzy || exact.isPresent() && year(exact.get().end()) > 0) {
      return exact;
    }
    Optional<NameMatch<DocumentTitle>> edited =
        catalogue.documentTitles().findWithinOneEdit(text, position, within);
    return edited.isPresent() && isBetter(edited.get(), exact) ? edited : exact;
  }

  private boolean isBetter(NameMatch<?> edited, Optional<? extends NameMatch<?>> exact) {
    return exact.isEmpty() || edited.end() > exact.get().end() && year(edited.end()) > 0;
  }

  private TitleMatch titleMatch(int position, NameMatch<DocumentTitle> name) {
    int year = year(name.end());
    int end = year > 0 ? text.wordEnd(year) : name.end();
    return new TitleMatch(
        Optional.of(name.value()),
        year > 0 ? Optional.of(text.printed(year, end)) : yearInName(name.end()),
        afterGuidelines(end),
        name.end(),
        TextFolding.fold(text.printed(position, name.end())).equals(name.value().document()),
        name.edited(),
        false);
  }

  /**
   * The chapter with a number, unless the number is followed by the title of another chapter: the
   * title is more reliable.
   */
  private TitleMatch chapter(int number, int numberEnd, Optional<String> edition) {
    Optional<DocumentTitle> numbered = catalogue.acoemChapter(number);
    int next = text.nextWord(numberEnd);
    Optional<NameMatch<DocumentTitle>> title = name(next, true);
    if (title.isEmpty() && next < limit) {
      title = catalogue.acoemTitles().find(text, next, within);
    }
    if (title.isEmpty()) {
      return new TitleMatch(numbered, edition, numberEnd, numberEnd, false, false, true);
    }
    Optional<DocumentTitle> titled = title.map(NameMatch::value);
    boolean other = numbered.isEmpty() || titled.filter(catalogue::isAcoemChapter).isPresent();
    return titleMatch(next, title.get()).published(other ? titled : numbered, edition);
  }

  /** Position of the number in {@code Chapter 5}; 0 if there is no chapter at the position. */
  private int chapterNumber(int position) {
    if (position >= limit || !CHAPTER.matchesAt(text, position)) {
      return 0;
    }
    int number = text.nextWord(text.wordEnd(position));
    return text.numberAt(number) > 0 && text.wordEnd(number) <= limit ? number : 0;
  }

  /** Position of the year after the name that ends at {@code end}; 0 if there is none. */
  private int year(int end) {
    int at = text.nextWord(afterGuidelines(end));
    if (at < limit && MONTHS.matchesAt(text, at)) {
      at = text.nextWord(text.wordEnd(at));
    }
    boolean separated =
        (text.gapBefore(at) & (NormalizedText.SEMICOLON | NormalizedText.FULL_STOP)) != 0;
    return at < limit && !separated && LocatorScanner.isYear(text, at) ? at : 0;
  }

  /** The year that is the last word of a name. */
  private Optional<String> yearInName(int end) {
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
