package org.openimr.parser.letter.layout;

import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.letter.text.NormalizedLetter;

/** Parses one layout of final determination letters, recognized by its headings (LETTERS.md). */
sealed interface LayoutParser
    permits StandardLayoutParser,
        NoticeLayoutParser,
        DocumentsReviewedLayoutParser,
        ProfessionalReviewLayoutParser {
  /** All layouts, the most common first. */
  List<LayoutParser> ALL =
      List.of(
          new StandardLayoutParser(),
          new DocumentsReviewedLayoutParser(),
          new NoticeLayoutParser(),
          new ProfessionalReviewLayoutParser());

  /** Parses a letter that has the headings of this layout. Returns empty for any other letter. */
  Optional<ParseResult> parse(NormalizedLetter letter);
}
