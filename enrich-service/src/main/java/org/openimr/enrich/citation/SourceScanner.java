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
    draft.edition = Edition.of(text, stretch.body(), stretch.end());
    draft.reach(stretch.end());
    int position = stretch.start();
    while (position < stretch.end()) {
      position = step(draft, position);
    }
    return draft;
  }

  private int step(Mention.Draft draft, int position) {
    if (stretch.authority() == Authority.ACOEM && draft.document.isEmpty()) {
      Names.Match<Catalogue.Head> title =
          catalogue.acoemTitles().longest(text, position, end -> end <= stretch.end());
      if (title != null) {
        draft.document = Optional.of(title.meaning().document());
        draft.exact = text.printed(position, title.end()).equals(title.meaning().document());
        return text.next(title.end());
      }
    }
    int pages = Printed.pages(text, position);
    return pages < 0
        ? text.next(text.wordEnd(position))
        : text.next(Printed.pages(text, pages, stretch.end(), draft.pages));
  }
}
