package org.openimr.parser.letter.layout;

import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.letter.text.NormalizedLetter;

/** A form that final determination letters had; each is known by its headings (LETTERS.md). */
sealed interface LayoutParser
    permits StandardLayoutParser,
        NoticeLayoutParser,
        DocumentsReviewedLayoutParser,
        ProfessionalReviewLayoutParser {
  /** All layouts, the commonest first. */
  List<LayoutParser> ALL =
      List.of(
          new StandardLayoutParser(),
          new DocumentsReviewedLayoutParser(),
          new NoticeLayoutParser(),
          new ProfessionalReviewLayoutParser());

  /** What the text says if it has this layout's headings, else empty. */
  Optional<ParseResult> parse(NormalizedLetter letter);
}
