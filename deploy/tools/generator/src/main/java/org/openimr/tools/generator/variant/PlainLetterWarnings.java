package org.openimr.tools.generator.variant;

import java.util.List;
import java.util.stream.Stream;
import org.openimr.parser.letter.layout.LetterParser;
import org.openimr.parser.letter.model.Letter;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.tools.generator.model.GeneratedLetter;

/** Warnings that a letter has before any variant is applied to it. */
public final class PlainLetterWarnings {
  private PlainLetterWarnings() {}

  /** Returns the codes of the parser's warnings about a generated letter, with repetitions. */
  static List<ParseWarning.Code> of(GeneratedLetter letter) {
    return switch (LetterParser.parse(letter.text())) {
      case ParseResult.Parsed parsed -> codes(parsed.letter());
      case ParseResult.Failed ignored -> List.of();
    };
  }

  /** Returns the codes of all warnings of a parsed letter, with repetitions. */
  public static List<ParseWarning.Code> codes(Letter letter) {
    Stream<ParseWarning> ofLetter =
        Stream.concat(
            letter.header().warnings().stream(), letter.clinicalSummary().warnings().stream());
    Stream<ParseWarning> ofItems =
        letter.items().stream().flatMap(item -> item.warnings().stream());
    return Stream.concat(ofLetter, ofItems).map(ParseWarning::code).toList();
  }
}
