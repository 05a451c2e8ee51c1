package org.openimr.parser.citation.scan;

import java.util.List;
import java.util.Optional;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.Catalogue.DocumentTitle;
import org.openimr.parser.citation.catalogue.NameIndex;
import org.openimr.parser.citation.catalogue.NameIndex.NameMatch;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.text.NormalizedText;
import org.openimr.parser.letter.text.TextFolding;

/**
 * Scanner for the one citation of a segment that cites ACOEM outside the MTUS or any other source:
 * edition, chapter and pages.
 */
final class SourceCitationScanner implements CitationScanner {
  private static final String CHAPTER = "chapter";

  private final Catalogue catalogue;
  private final NormalizedText text;
  private final SourceSegment segment;

  SourceCitationScanner(Catalogue catalogue, NormalizedText text, SourceSegment segment) {
    this.catalogue = catalogue;
    this.text = text;
    this.segment = segment;
  }

  @Override
  public List<CitationDraft> scan() {
    CitationDraft draft = new CitationDraft(segment.authority(), segment.start(), segment.end());
    draft.source = segment.source().map(Guideline::id);
    draft.exact = segment.source().filter(this::isCitedByTitle).isPresent();
    draft.edition = EditionScanner.scan(text, segment.bodyStart(), segment.end());
    if (segment.authority() == Authority.ACOEM) {
      scanChapter(draft);
    } else {
      draft.document = segment.source().map(Guideline::title);
      scanPages(draft, segment.start());
    }
    return List.of(draft);
  }

  private void scanPages(CitationDraft draft, int from) {
    int position = from;
    while (position < segment.end()) {
      int pages = LocatorScanner.pages(text, position);
      position =
          pages < 0
              ? text.nextWord(text.wordEnd(position))
              : text.nextWord(LocatorScanner.pages(text, pages, segment.end(), draft.pages));
    }
  }

  /** Scans the title of a chapter of ACOEM, and the topics before and after it. */
  private void scanChapter(CitationDraft draft) {
    TopicListScanner topics = new TopicListScanner(catalogue, text);
    int position = segment.start();
    while (position < segment.end() && draft.document.isEmpty()) {
      int end = text.isWord(position, CHAPTER) ? 0 : scanTitle(draft, position);
      if (end == 0) {
        end = scanChapterNumber(draft, position);
      }
      if (end > 0) {
        topics.scan(draft, segment.bodyStart(), startOfNumber(position) - 1);
        topics.scan(draft, text.nextWord(end), segment.end());
      }
      position = text.nextWord(text.wordEnd(position));
    }
    if (draft.document.isEmpty()) {
      topics.scan(draft, segment.bodyStart(), segment.end());
    }
  }

  /** Start of the {@code Chapter 7} before a title, else of the title. */
  private int startOfNumber(int title) {
    int number = text.previousWord(title);
    int label = text.previousWord(number);
    boolean numbered =
        number > segment.start() && text.numberAt(number) > 0 && text.isWord(label, CHAPTER);
    return numbered ? label : title;
  }

  private boolean isCitedByTitle(Guideline source) {
    return text.printed(segment.start(), segment.end()).startsWith(source.title());
  }

  /** Sets the document whose title is at a position; returns the end of the title, else 0. */
  private int scanTitle(CitationDraft draft, int position) {
    Optional<NameMatch<DocumentTitle>> title =
        catalogue.acoemTitles().findLongest(text, position, end -> end <= segment.end());
    if (title.isEmpty()) {
      return 0;
    }
    setDocument(draft, title.get().value(), position, title.get().end());
    return title.get().end();
  }

  /**
   * Sets the document of {@code Chapter 7} unless a title follows, which is more specific; returns
   * the end of the number, else 0.
   */
  private int scanChapterNumber(CitationDraft draft, int position) {
    if (!text.isWord(position, CHAPTER)) {
      return 0;
    }
    int end = text.wordEnd(text.nextWord(text.wordEnd(position)));
    NameIndex<DocumentTitle> titles = catalogue.acoemTitles();
    if (titles.findLongest(text, text.nextWord(end), e -> e <= segment.end()).isEmpty()) {
      titles
          .findLongest(text, position, e -> e == end)
          .ifPresent(number -> setDocument(draft, number.value(), position, end));
    }
    return draft.document.isPresent() ? end : 0;
  }

  private void setDocument(CitationDraft draft, DocumentTitle title, int from, int end) {
    draft.document = Optional.of(title.document());
    draft.alternatives = title.alternatives();
    draft.exact = TextFolding.fold(text.printed(from, end)).equals(title.document());
  }
}
