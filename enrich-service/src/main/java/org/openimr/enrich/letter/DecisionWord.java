package org.openimr.enrich.letter;

/**
 * The word that decides an item, behind the last colon of its heading.
 *
 * @param headingEnd offset behind the heading's text, without the colon
 * @param afterColon whether there was a colon
 */
record DecisionWord(Outcome outcome, int headingEnd, boolean afterColon) {
  private static final Literal UPHELD = new Literal("Upheld");
  private static final Literal OVERTURNED = new Literal("Overturned");

  /** The decision word right before {@code end}, or null. */
  static DecisionWord before(String text, int from, int end) {
    int upheld = UPHELD.startBefore(text, end, from);
    int start = upheld >= 0 ? upheld : OVERTURNED.startBefore(text, end, from);
    if (start < 0) {
      return null;
    }
    int headingEnd = Blanks.skipBack(text, start, from);
    boolean colon = headingEnd > from && text.charAt(headingEnd - 1) == ':';
    return new DecisionWord(
        upheld >= 0 ? Outcome.UPHELD : Outcome.OVERTURNED,
        Blanks.skipBack(text, colon ? headingEnd - 1 : headingEnd, from),
        colon);
  }
}
