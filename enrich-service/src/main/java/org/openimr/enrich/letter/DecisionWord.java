package org.openimr.enrich.letter;

/**
 * The word that decides an item, behind the last colon of its heading.
 *
 * @param headingEnd offset behind the heading's text, without the colon
 */
record DecisionWord(Outcome outcome, int headingEnd) {
  private static final String[] WORDS = {"Upheld", "Overturned"};
  private static final Literal UPHELD = new Literal(WORDS[0]);
  private static final Literal OVERTURNED = new Literal(WORDS[1]);
  private static final String LABEL = "Claims Administrator guideline";

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
        Blanks.skipBack(text, colon ? headingEnd - 1 : headingEnd, from));
  }

  /**
   * Where in a rationale a colon and a decision word end a line, so that an item must have lost
   * what comes behind it; -1 if nowhere.
   */
  static int onItsOwn(String text, int from, int to) {
    for (String word : WORDS) {
      for (int at = text.indexOf(word, from, to); at >= 0; at = text.indexOf(word, at + 1, to)) {
        int colon = Blanks.skipBack(text, at, from);
        if (colon > from && text.charAt(colon - 1) == ':' && ends(text, at + word.length(), to)) {
          return at;
        }
      }
    }
    return -1;
  }

  private static boolean ends(String text, int at, int to) {
    int next = Blanks.skip(text, at, to);
    return next == to
        || Blanks.lineEnds(text, at, next) > 0
        || text.startsWith(LABEL.substring(0, Math.min(LABEL.length(), to - next)), next);
  }
}
