package org.openimr.enrich.letter;

import java.util.List;
import java.util.Optional;

/** A form that final determination letters had; each is known by its headings (LETTERS.md). */
sealed interface Layout
    permits StandardLayout, NoticeLayout, DocumentsReviewedLayout, ProfessionalReviewLayout {
  /** All layouts, the commonest first. */
  List<Layout> ALL =
      List.of(
          new StandardLayout(),
          new DocumentsReviewedLayout(),
          new NoticeLayout(),
          new ProfessionalReviewLayout());

  /** What the text says if it has this layout's headings, else empty. */
  Optional<Reading> read(LetterText letter);
}
