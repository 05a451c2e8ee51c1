package org.openimr.enrich.letter;

import java.util.Optional;
import org.openimr.enrich.letter.Reading.Code;
import org.openimr.enrich.letter.Reading.Unreadable;

/** Reads the text of a letter, in whatever layout and rendering, into its records. */
public final class LetterReader {
  private static final Literal[] HEADINGS = {
    new Literal("HOW THE IMR FINAL DETERMINATION"),
    new Literal("CLINICAL CASE SUMMARY"),
    new Literal("IMR ISSUES, DECISIONS"),
    new Literal("IMR DECISION(S)"),
    new Literal("Independent Medical Review"),
    new Literal("INDEPENDENT MEDICAL REVIEW"),
    new Literal("MEDICAL PROFESSIONAL REVIEW"),
    new Literal("Claims Administrator guideline:"),
    new Literal("MAXIMUS"),
  };

  private LetterReader() {}

  /**
   * Reads a letter. Takes time in proportion to its length, whatever it holds, and throws nothing.
   *
   * @param text of the letter, as extracted
   * @return the whole letter, or where and why it can't be read to its end
   */
  public static Reading read(String text) {
    LetterText letter = LetterText.of(text);
    for (Layout layout : Layout.ALL) {
      Optional<Reading> reading = layout.read(letter);
      if (reading.isPresent()) {
        return reading.get();
      }
    }
    return withoutLayout(letter);
  }

  private static Reading withoutLayout(LetterText letter) {
    for (Literal heading : HEADINGS) {
      int at = heading.find(letter.text(), 0);
      if (at >= 0) {
        return new Unreadable(
            Code.UNKNOWN_LAYOUT, "", letter.origin(at), "headings of no layout that is known");
      }
    }
    return new Unreadable(Code.NOT_A_LETTER, "", 0, "no heading of a letter");
  }
}
