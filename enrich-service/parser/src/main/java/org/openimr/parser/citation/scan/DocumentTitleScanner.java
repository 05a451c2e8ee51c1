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

  private static final DocumentTitle ACOEM = DocumentTitle.of("ACOEM");
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
   * Scans the title at a position.
   *
   * @param fuzzy whether the name may differ by one edit
   */
  Optional<TitleMatch> scan(int position, boolean fuzzy) {
    int titled = afterYear(position);
    return titled > 0
        ? withoutYear(titled, false)
            .filter(title -> !title.dated())
            .map(title -> title.dated(text.printed(position, text.wordEnd(position))))
        : withoutYear(position, fuzzy);
  }

  /** Position after the year in {@code 2017 Chronic Pain Guideline}; 0 if no year is there. */
  private int afterYear(int position) {
    int end = text.wordEnd(position);
    boolean closed =
        (text.gap(end)
                & (NormalizedText.SEMICOLON | NormalizedText.FULL_STOP | NormalizedText.COMMA))
            != 0;
    return position < limit && !closed && LocatorScanner.isYear(text, position)
        ? text.nextWord(end)
        : 0;
  }

  private Optional<TitleMatch> withoutYear(int position, boolean fuzzy) {
    Optional<PublisherMatch> publisher = PublisherMatch.find(catalogue, text, position, limit);
    int at = publisher.isPresent() ? publisher.get().next() : position;
    Optional<String> edition = publisher.flatMap(PublisherMatch::edition);
    int number = chapterNumber(at);
    if (number > 0 && isUnknownChapter(number)) {
      return publisher.map(found -> published(at, Optional.empty(), edition));
    }
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
    return name.isPresent() && edition(name.get().end()).isPresent();
  }

  /** Whether an exact title with a year or with its own {@code Section(s):} is at a position. */
  boolean isCited(int position) {
    Optional<NameMatch<DocumentTitle>> name = name(position, false);
    return name.isPresent()
        && (edition(name.get().end()).isPresent()
            || listsSections(text.nextWord(afterGuidelines(name.get().end()))));
  }

  /** Whether {@code Section(s):} is at a position. */
  boolean listsSections(int position) {
    int next = LocatorScanner.afterSectionLabel(text, position);
    return position < limit && next >= 0 && (text.gapBefore(next) & NormalizedText.COLON) != 0;
  }

  /** Whether the name of the MTUS starts the name of a document, as in {@code MTUS Drug List}. */
  boolean isNamedAfterSchedule(int position) {
    Optional<NameMatch<DocumentTitle>> name = name(position, false);
    return name.isPresent() && text.isWord(position, "mtus");
  }

  /** Whether a title starts at a position that cannot be a common word. */
  boolean hasDistinctName(int position) {
    Optional<NameMatch<DocumentTitle>> name = name(position, false);
    return name.isPresent() && isDistinct(position, name.get().end());
  }

  private boolean isDistinct(int start, int end) {
    return end - start > MAX_COMMON_LENGTH
        || edition(end).isPresent()
        || afterGuidelines(end) > end;
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
    if (!fuzzy || exact.isPresent() && edition(exact.get().end()).isPresent()) {
      return exact;
    }
    Optional<NameMatch<DocumentTitle>> edited =
        catalogue.documentTitles().findWithinOneEdit(text, position, within);
    return edited.isPresent() && isBetter(edited.get(), exact) ? edited : exact;
  }

  private boolean isBetter(NameMatch<?> edited, Optional<? extends NameMatch<?>> exact) {
    return exact.isEmpty() || edited.end() > exact.get().end() && edition(edited.end()).isPresent();
  }

  private TitleMatch titleMatch(int position, NameMatch<DocumentTitle> name) {
    Optional<TitleEdition> edition = edition(name.end());
    int end = edition.map(TitleEdition::end).orElse(name.end());
    return new TitleMatch(
        Optional.of(name.value()),
        edition.isPresent() ? edition.map(TitleEdition::printed) : yearInName(name.end()),
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

  /** Whether the catalogue has neither the chapter with a number nor the title after it. */
  private boolean isUnknownChapter(int number) {
    int next = text.nextWord(text.wordEnd(number));
    return catalogue.acoemChapter(text.numberAt(number)).isEmpty()
        && name(next, true).isEmpty()
        && (next >= limit || catalogue.acoemTitles().find(text, next, within).isEmpty());
  }

  /** Position of the number in {@code Chapter 5}; 0 if there is no chapter at the position. */
  private int chapterNumber(int position) {
    if (position >= limit || !CHAPTER.matchesAt(text, position)) {
      return 0;
    }
    int number = text.nextWord(text.wordEnd(position));
    return text.numberAt(number) > 0 && text.wordEnd(number) <= limit ? number : 0;
  }

  /** The edition after the name that ends at {@code end}. */
  private Optional<TitleEdition> edition(int end) {
    return TitleEdition.find(text, text.nextWord(afterGuidelines(end)), limit);
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
