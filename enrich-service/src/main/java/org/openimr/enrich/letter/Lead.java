package org.openimr.enrich.letter;

/** The sentence between a heading and what it is about. It may be missing. */
enum Lead {
  /** {@code ... based on a review of the case file, including all medical records:} */
  SUMMARY("records:"),
  /** {@code ... the disputed items/services set forth below:} */
  ISSUES("below:");

  private static final int LONGEST = 400;

  private final Literal lastWord;

  Lead(String lastWord) {
    this.lastWord = new Literal(lastWord);
  }

  /** The offset behind this sentence, or behind the heading where it is missing. */
  int behind(String text, int headingEnd, int to) {
    int limit = Math.min(to, headingEnd + LONGEST);
    int at = lastWord.findWhole(text, headingEnd, limit);
    return at < 0 ? headingEnd : lastWord.endAt(text, at, limit);
  }
}
