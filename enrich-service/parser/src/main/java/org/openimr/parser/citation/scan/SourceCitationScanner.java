package org.openimr.parser.citation.scan;

import java.util.Optional;
import org.openimr.parser.citation.catalogue.Catalogue;
import org.openimr.parser.citation.catalogue.NameIndex;
import org.openimr.parser.citation.model.Citation.Authority;
import org.openimr.parser.citation.model.Guideline;
import org.openimr.parser.citation.text.NormalizedText;

/** Reads a citation of ACOEM outside the MTUS, or of any other source: edition, chapter, pages. */
public final class SourceCitationScanner {
  private final Catalogue catalogue;
  private final NormalizedText text;
  private final SourceSegment stretch;

  public SourceCitationScanner(Catalogue catalogue, NormalizedText text, SourceSegment stretch) {
    this.catalogue = catalogue;
    this.text = text;
    this.stretch = stretch;
  }

  public CitationCandidate.Draft scan() {
    CitationCandidate.Draft draft =
        new CitationCandidate.Draft(stretch.authority(), stretch.start());
    draft.source = stretch.source().map(Guideline::id);
    draft.exact = stretch.source().filter(this::isCitedByTitle).isPresent();
    draft.edition = EditionScanner.scan(text, stretch.bodyStart(), stretch.end());
    draft.extendTo(stretch.end());
    int position = stretch.start();
    while (position < stretch.end()) {
      position = step(draft, position);
    }
    return draft;
  }

  private int step(CitationCandidate.Draft draft, int position) {
    if (stretch.authority() == Authority.ACOEM
        && draft.document.isEmpty()
        && !text.isWord(position, "chapter")) {
      NameIndex.Match<Catalogue.DocumentTitle> title =
          catalogue.acoemTitles().findLongest(text, position, end -> end <= stretch.end());
      if (title != null) {
        name(draft, title.value(), position, title.end());
        return text.nextWord(title.end());
      }
    }
    chapter(draft, position);
    int pages = LocatorScanner.pages(text, position);
    return pages < 0
        ? text.nextWord(text.wordEnd(position))
        : text.nextWord(LocatorScanner.pages(text, pages, stretch.end(), draft.pages));
  }

  private void name(
      CitationCandidate.Draft draft, Catalogue.DocumentTitle head, int from, int end) {
    draft.document = Optional.of(head.document());
    draft.exact = text.printed(from, end).equals(head.document());
  }

  /** {@code Chapter 7}, where no title follows. */
  private void chapter(CitationCandidate.Draft draft, int position) {
    if (stretch.authority() == Authority.ACOEM
        && draft.document.isEmpty()
        && text.isWord(position, "chapter")) {
      int end = text.wordEnd(text.nextWord(text.wordEnd(position)));
      NameIndex.Match<Catalogue.DocumentTitle> title =
          catalogue.acoemTitles().findLongest(text, text.nextWord(end), e -> e <= stretch.end());
      NameIndex.Match<Catalogue.DocumentTitle> number =
          catalogue.acoemTitles().findLongest(text, position, e -> e == end);
      if (title == null && number != null) {
        name(draft, number.value(), position, end);
      }
    }
  }

  private boolean isCitedByTitle(Guideline source) {
    return text.printed(stretch.start(), stretch.end()).startsWith(source.title());
  }
}
