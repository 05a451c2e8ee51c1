package org.openimr.tools.generator.variant;

import java.util.ArrayList;
import java.util.List;
import org.openimr.parser.letter.boundary.LetterBoundaries;
import org.openimr.parser.letter.layout.LetterParser;
import org.openimr.parser.letter.model.Letter;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.letter.model.ParseWarning;

/**
 * The judgement of how the parser reads a document.
 *
 * @param outcome the judgement
 * @param fields names of the fields that differ from the clean letters
 */
record DocumentJudgement(ReadingOutcome outcome, List<String> fields) {

  /** Parses a document and compares it with its clean letters. */
  static DocumentJudgement of(GeneratedDocument document) {
    List<Letter> expected =
        document.letters().stream()
            .flatMap(letter -> parsed(LetterParser.parse(letter.text())).stream())
            .toList();
    if (expected.size() != document.letters().size()) {
      // without the facts of all clean letters, there is nothing to compare with
      return new DocumentJudgement(ReadingOutcome.REFUSED, List.of("clean letter"));
    }
    List<ParseResult> results = parse(document.text());
    List<Letter> letters = results.stream().flatMap(r -> parsed(r).stream()).toList();
    if (letters.isEmpty()) {
      return new DocumentJudgement(ReadingOutcome.REFUSED, List.of());
    }
    boolean complete = letters.size() == results.size();
    List<String> fields = differences(expected, letters, complete, document.ignoresCase());
    if (fields.isEmpty()) {
      return new DocumentJudgement(
          complete ? ReadingOutcome.RIGHT : ReadingOutcome.REFUSED, List.of());
    }
    boolean warned = !newWarnings(expected, letters).isEmpty();
    return new DocumentJudgement(warned ? ReadingOutcome.LOUD : ReadingOutcome.SILENT, fields);
  }

  private static List<Letter> parsed(ParseResult result) {
    return result instanceof ParseResult.Parsed parsed ? List.of(parsed.letter()) : List.of();
  }

  private static List<ParseResult> parse(String text) {
    if (LetterBoundaries.find(text) instanceof LetterBoundaries.SeveralLetters several) {
      return several.letters().stream()
          .map(range -> LetterParser.parse(text.substring(range.start(), range.end())))
          .toList();
    }
    return List.of(LetterParser.parse(text));
  }

  /** Compares letters in order; letters with equal facts count once, as duplicates do. */
  private static List<String> differences(
      List<Letter> expected, List<Letter> actual, boolean complete, boolean ignoresCase) {
    List<LetterFacts> facts =
        actual.stream().map(letter -> LetterFacts.of(letter, ignoresCase)).distinct().toList();
    List<LetterFacts> clean =
        expected.stream().map(letter -> LetterFacts.of(letter, ignoresCase)).toList();
    if (!complete) {
      return clean.containsAll(facts) ? List.of() : List.of("letters");
    }
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < Math.min(clean.size(), facts.size()); i++) {
      fields.addAll(clean.get(i).differences(facts.get(i)));
    }
    if (clean.size() != facts.size()) {
      fields.add("letters " + facts.size() + " of " + clean.size());
    }
    return fields;
  }

  private static List<ParseWarning.Code> newWarnings(List<Letter> expected, List<Letter> actual) {
    List<ParseWarning.Code> codes = new ArrayList<>();
    actual.forEach(letter -> codes.addAll(PlainLetterWarnings.codes(letter)));
    expected.forEach(letter -> PlainLetterWarnings.codes(letter).forEach(codes::remove));
    return codes;
  }
}
