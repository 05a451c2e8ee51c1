package org.openimr.enrich.letter;

import java.util.List;

/**
 * What a rationale itself concludes, checked against the decision word and never used for it. Only
 * the last sentences count, and only where they say {@code is medically necessary} or {@code not
 * medically necessary} and not both.
 */
final class Conclusion {
  private static final String NECESSARY = "medically necessary";

  /** The conclusion stands within so many characters of the end, but for advice behind it. */
  private static final int LAST_SENTENCES = 300;

  private static final int WORDS_BEFORE = 5;

  private Conclusion() {}

  /** A warning if the rationale's own conclusion is the opposite of its outcome. */
  static List<Warning> check(String rationale, Outcome outcome) {
    int refused = 0;
    int granted = 0;
    int from = Math.max(0, rationale.length() - LAST_SENTENCES);
    for (int at = rationale.indexOf(NECESSARY, from);
        at >= 0;
        at = rationale.indexOf(NECESSARY, at + 1)) {
      switch (said(rationale, at)) {
        case REFUSED -> refused++;
        case GRANTED -> granted++;
        case UNCLEAR -> {
          return List.of();
        }
      }
    }
    boolean contradicts =
        outcome == Outcome.UPHELD ? granted > 0 && refused == 0 : refused > 0 && granted == 0;
    return contradicts
        ? List.of(
            new Warning(
                Warning.Code.RATIONALE_CONTRADICTS_DECISION,
                "rationale",
                "the rationale concludes the opposite of the decision"))
        : List.of();
  }

  private enum Said {
    REFUSED,
    GRANTED,
    UNCLEAR
  }

  /** Goes back over the words before, to a verb or a negation. */
  private static Said said(String text, int at) {
    int end = at;
    for (int k = 0; k < WORDS_BEFORE; k++) {
      int wordEnd = Blanks.skipBack(text, end, 0);
      int start = Words.start(text, wordEnd);
      switch (text.substring(start, wordEnd)) {
        case "not", "cannot", "isn't", "wasn't", "never", "neither", "nor" -> {
          return Said.REFUSED;
        }
        case "is", "was", "are", "were" -> {
          return Said.GRANTED;
        }
        case "be",
            "as",
            "being",
            "deemed",
            "considered",
            "determined",
            "found",
            "to",
            "therefore",
            "thus",
            "both",
            "reasonably" ->
            end = start;
        default -> {
          return Said.UNCLEAR;
        }
      }
    }
    return Said.UNCLEAR;
  }
}
