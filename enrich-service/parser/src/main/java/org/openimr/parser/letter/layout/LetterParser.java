package org.openimr.parser.letter.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openimr.parser.letter.boundary.LetterBoundaries;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.letter.model.ParseResult.Failed;
import org.openimr.parser.letter.model.ParseResult.FailureCode;
import org.openimr.parser.letter.model.ParseResult.Parsed;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.page.TextForm;
import org.openimr.parser.letter.text.NormalizedLetter;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;

/** Parses the text of a final determination letter in any known layout. */
public final class LetterParser {
  private static final SpacingTolerantLiteral[] KNOWN_HEADINGS = {
    new SpacingTolerantLiteral("HOW THE IMR FINAL DETERMINATION"),
    new SpacingTolerantLiteral("CLINICAL CASE SUMMARY"),
    new SpacingTolerantLiteral("IMR ISSUES, DECISIONS"),
    new SpacingTolerantLiteral("IMR DECISION(S)"),
    new SpacingTolerantLiteral("Independent Medical Review"),
    new SpacingTolerantLiteral("INDEPENDENT MEDICAL REVIEW"),
    new SpacingTolerantLiteral("MEDICAL PROFESSIONAL REVIEW"),
    new SpacingTolerantLiteral("Claims Administrator guideline:"),
    new SpacingTolerantLiteral("MAXIMUS"),
  };

  private LetterParser() {}

  /**
   * Parses a letter. The time is linear in the length of the text for any text. Does not throw
   * exceptions.
   *
   * @param text the text of the letter as extracted
   * @return the complete letter, or the reason and the offset at which parsing failed
   */
  public static ParseResult parse(String text) {
    return switch (LetterBoundaries.find(text)) {
      case LetterBoundaries.OneLetter one -> parse(one);
      case LetterBoundaries.Disordered ignored ->
          new Failed(
              FailureCode.PAGE_ORDER,
              "pages",
              0,
              "the printed page numbers are not in ascending order");
      case LetterBoundaries.SeveralLetters several ->
          severalLetters(
              several.letters().get(1).start(),
              "the text contains " + several.letters().size() + " letters");
      case LetterBoundaries.Inseparable inseparable ->
          severalLetters(
              inseparable.offset(),
              "the text contains pages of several letters, of which letter "
                  + inseparable.letter()
                  + " is not complete");
    };
  }

  private static ParseResult parse(LetterBoundaries.OneLetter one) {
    ParseResult result = parse(one.letter());
    if (!(result instanceof Parsed parsed)) {
      return withForm((Failed) result, one.letter().text());
    }
    List<ParseWarning> warnings = new ArrayList<>(one.warnings());
    warnings.addAll(UndecidedRequestCheck.check(one.letter().text(), parsed.letter()));
    warnings.addAll(ForeignLineCheck.check(one.letter(), parsed.letter()));
    return warnings.isEmpty() ? result : new Parsed(parsed.letter().withHeaderWarnings(warnings));
  }

  /** Adds to a failure what was seen of the form of the text. */
  private static Failed withForm(Failed failed, String text) {
    return TextForm.describe(text)
        .map(
            form ->
                new Failed(
                    failed.code(), failed.field(), failed.offset(), failed.message() + "; " + form))
        .orElse(failed);
  }

  private static ParseResult severalLetters(int offset, String message) {
    return new Failed(FailureCode.SEVERAL_LETTERS, "text", offset, message);
  }

  private static ParseResult parse(NormalizedLetter letter) {
    for (LayoutParser layout : LayoutParser.ALL) {
      Optional<ParseResult> result = layout.parse(letter);
      if (result.isPresent()) {
        return result.get();
      }
    }
    return reportUnrecognized(letter);
  }

  private static ParseResult reportUnrecognized(NormalizedLetter letter) {
    for (SpacingTolerantLiteral heading : KNOWN_HEADINGS) {
      int at = heading.find(letter.text(), 0);
      if (at >= 0) {
        return new Failed(
            FailureCode.UNKNOWN_LAYOUT,
            "",
            letter.sourceOffset(at),
            "the headings do not match any known layout");
      }
    }
    return new Failed(
        FailureCode.NOT_A_LETTER, "", 0, "the text does not contain a heading of a letter");
  }
}
