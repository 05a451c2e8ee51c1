package org.openimr.parser.letter.layout;

import java.util.Optional;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.letter.model.ParseResult.Failed;
import org.openimr.parser.letter.model.ParseResult.FailureCode;
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
    NormalizedLetter letter = NormalizedLetter.of(text);
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
