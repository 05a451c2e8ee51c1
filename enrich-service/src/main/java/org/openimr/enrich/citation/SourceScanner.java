package org.openimr.enrich.citation;

import java.util.Optional;
import org.openimr.enrich.citation.Citation.Authority;

/** Reads a citation of ACOEM outside the MTUS, or of any other source: edition, chapter, pages. */
final class SourceScanner {
  private final Catalogue catalogue;
  private final Folded text;
  private final Stretch stretch;

  SourceScanner(Catalogue catalogue, Folded text, Stretch stretch) {
    this.catalogue = catalogue;
    this.text = text;
    this.stretch = stretch;
  }

  Mention.Draft read() {
    Mention.Draft draft = new Mention.Draft(stretch.authority(), stretch.start());
    draft.source = stretch.source().map(Guideline::id);
    draft.exact = stretch.source().filter(this::byTitle).isPresent();
    draft.edition = Edition.of(text, stretch.body(), stretch.end());
    draft.reach(stretch.end());
    int position = stretch.start();
    while (position < stretch.end()) {
      position = step(draft, position);
    }
    return draft;
  }

  private int step(Mention.Draft draft, int position) {
    if (stretch.authority() == Authority.ACOEM
        && draft.document.isEmpty()
        && !text.word(position, "chapter")) {
      Names.Match<Catalogue.Head> title =
          catalogue.acoemTitles().longest(text, position, end -> end <= stretch.end());
      if (title != null) {
        name(draft, title.meaning(), position, title.end());
        return text.next(title.end());
      }
    }
    chapter(draft, position);
    int pages = Printed.pages(text, position);
    return pages < 0
        ? text.next(text.wordEnd(position))
        : text.next(Printed.pages(text, pages, stretch.end(), draft.pages));
  }

  private void name(Mention.Draft draft, Catalogue.Head head, int from, int end) {
    draft.document = Optional.of(head.document());
    draft.exact = text.printed(from, end).equals(head.document());
  }

  /** {@code Chapter 7}, where no title follows. */
  private void chapter(Mention.Draft draft, int position) {
    if (stretch.authority() == Authority.ACOEM
        && draft.document.isEmpty()
        && text.word(position, "chapter")) {
      int end = text.wordEnd(text.next(text.wordEnd(position)));
      Names.Match<Catalogue.Head> title =
          catalogue.acoemTitles().longest(text, text.next(end), e -> e <= stretch.end());
      Names.Match<Catalogue.Head> number =
          catalogue.acoemTitles().longest(text, position, e -> e == end);
      if (title == null && number != null) {
        name(draft, number.meaning(), position, end);
      }
    }
  }

  private boolean byTitle(Guideline source) {
    return text.printed(stretch.start(), stretch.end()).startsWith(source.title());
  }
}
