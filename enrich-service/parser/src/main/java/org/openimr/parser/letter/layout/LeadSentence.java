package org.openimr.parser.letter.layout;

import org.openimr.parser.letter.text.SpacingTolerantLiteral;

/** The sentence between a heading and its content. It may be missing. */
enum LeadSentence {
  /** {@code ... based on a review of the case file, including all medical records:} */
  SUMMARY("records:"),
  /** {@code ... the disputed items/services set forth below:} */
  ISSUES("below:");

  /** Maximum length of a lead sentence in characters. */
  private static final int MAX_LENGTH = 400;

  @SuppressWarnings("ImmutableEnumChecker") // never modified
  private final SpacingTolerantLiteral lastWord;

  LeadSentence(String lastWord) {
    this.lastWord = new SpacingTolerantLiteral(lastWord);
  }

  /** Returns the offset just past this sentence, or {@code headingEnd} if it is missing. */
  int skip(String text, int headingEnd, int to) {
    int limit = Math.min(to, headingEnd + MAX_LENGTH);
    int at = lastWord.findByFirstWord(text, headingEnd, limit);
    return at < 0 ? headingEnd : lastWord.endAt(text, at, limit);
  }
}
