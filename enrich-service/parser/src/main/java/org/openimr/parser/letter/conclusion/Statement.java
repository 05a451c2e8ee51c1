package org.openimr.parser.letter.conclusion;

/**
 * What a sentence says about medical necessity.
 *
 * @param meaning whether the treatment is necessary
 * @param weight how certainly the sentence is the conclusion, 0 if it is not
 */
record Statement(Meaning meaning, int weight) {
  /** The sentence concludes: it names the request, or follows from what was said before. */
  static final int CONCLUDES = 3;

  /** The sentence is about medical necessity in so many words. */
  static final int EXPLICIT = 2;

  /** The sentence judges the request, but not its necessity. */
  static final int IMPLIED = 1;

  static final Statement NONE = new Statement(Meaning.NONE, 0);

  enum Meaning {
    NECESSARY,
    NOT_NECESSARY,
    /** A statement about the request that is restricted or contradicts itself. */
    UNCLEAR,
    NONE
  }

  static Statement of(boolean necessary, int weight) {
    return new Statement(necessary ? Meaning.NECESSARY : Meaning.NOT_NECESSARY, weight);
  }

  /** Returns whether this approves without speaking of necessity, which often is a remark. */
  boolean isWeakApproval() {
    return meaning == Meaning.NECESSARY && weight == IMPLIED;
  }
}
