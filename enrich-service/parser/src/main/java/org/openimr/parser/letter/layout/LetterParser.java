package org.openimr.parser.letter.layout;

import java.util.Optional;
import org.openimr.parser.letter.model.ParseResult;
import org.openimr.parser.letter.model.ParseResult.Failed;
import org.openimr.parser.letter.model.ParseResult.FailureCode;
import org.openimr.parser.letter.text.NormalizedLetter;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;

/** Reads the text of a letter, in whatever layout and rendering, into its records. */
public final class LetterParser {
  private static final SpacingTolerantLiteral[] HEADINGS = {
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
   * Reads a letter. Takes time in proportion to its length, whatever it holds, and throws nothing.
   *
   * @param text of the letter, as extracted
   * @return the whole letter, or where and why it can't be read to its end
   */
  public static ParseResult parse(String text) {
    NormalizedLetter letter = NormalizedLetter.of(text);
    for (LayoutParser layout : LayoutParser.ALL) {
      Optional<ParseResult> reading = layout.parse(letter);
      if (reading.isPresent()) {
        return reading.get();
      }
    }
    return withoutLayout(letter);
  }

  private static ParseResult withoutLayout(NormalizedLetter letter) {
    for (SpacingTolerantLiteral heading : HEADINGS) {
      int at = heading.find(letter.text(), 0);
      if (at >= 0) {
        return new Failed(
            FailureCode.UNKNOWN_LAYOUT,
            "",
            letter.sourceOffset(at),
            "headings of no layout that is known");
      }
    }
    return new Failed(FailureCode.NOT_A_LETTER, "", 0, "no heading of a letter");
  }
}
