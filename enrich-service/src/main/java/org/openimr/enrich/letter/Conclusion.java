package org.openimr.enrich.letter;

import java.util.List;

/**
 * What a rationale itself concludes, checked against the decision word and never used for it. Only
 * its last word on necessity counts, and only if that is a conclusion: {@code Therefore, ... is not
 * medically necessary.}, {@code This request is medically necessary at this time.}
 */
final class Conclusion {
  private static final String LAST_WORD = "medical";
  private static final String NECESSARY = "medically necessary";
  private static final String[] OPENINGS = {
    "Therefore",
    "Thus",
    "As such",
    "Hence",
    "Consequently",
    "Accordingly",
    "In conclusion",
    "The request",
    "This request",
    "The current request",
    "The requested",
    "For these reasons",
  };

  /** What may follow {@code medically necessary} in the sentence, e.g. {@code at this time}. */
  private static final int AFTERTHOUGHT = 40;

  private static final int LONGEST_SENTENCE = 600;
  private static final int WORDS_BEFORE = 5;

  private Conclusion() {}

  /** A warning if the rationale's own conclusion is the opposite of its outcome. */
  static List<Warning> check(String rationale, Outcome outcome) {
    Said said = said(rationale);
    boolean contradicts =
        outcome == Outcome.UPHELD ? said == Said.NECESSARY : said == Said.NOT_NECESSARY;
    return contradicts
        ? List.of(
            new Warning(
                Warning.Code.RATIONALE_CONTRADICTS_DECISION,
                "rationale",
                "the rationale concludes the opposite of the decision"))
        : List.of();
  }

  private enum Said {
    NECESSARY,
    NOT_NECESSARY,
    UNCLEAR
  }

  private static Said said(String rationale) {
    int at = rationale.lastIndexOf(LAST_WORD);
    if (at < 0 || !rationale.startsWith(NECESSARY, at)) {
      return Said.UNCLEAR;
    }
    int behind = at + NECESSARY.length();
    int stop = rationale.indexOf('.', behind);
    boolean closing = stop < 0 ? behind == rationale.length() : stop - behind <= AFTERTHOUGHT;
    return closing && concluding(rationale, sentenceStart(rationale, at))
        ? verb(rationale, at)
        : Said.UNCLEAR;
  }

  private static int sentenceStart(String text, int at) {
    int first = Math.max(0, at - LONGEST_SENTENCE);
    for (int i = at - 1; i > first; i--) {
      if (text.charAt(i) <= ' ' && Sentences.endsAt(text, i, first)) {
        return i + 1;
      }
    }
    return first;
  }

  private static boolean concluding(String text, int sentence) {
    for (String opening : OPENINGS) {
      if (text.startsWith(opening, sentence)) {
        return true;
      }
    }
    return false;
  }

  /** Goes back over the words before, to a verb or a negation. */
  private static Said verb(String text, int necessary) {
    int end = necessary;
    for (int k = 0; k < WORDS_BEFORE; k++) {
      int wordEnd = Blanks.skipBack(text, end, 0);
      int start = Words.start(text, wordEnd);
      switch (text.substring(start, wordEnd)) {
        case "not", "cannot", "never" -> {
          return Said.NOT_NECESSARY;
        }
        case "is", "was", "are", "were" -> {
          return Said.NECESSARY;
        }
        case "be",
            "as",
            "being",
            "deemed",
            "considered",
            "determined",
            "found",
            "to",
            "therefore" ->
            end = start;
        default -> {
          return Said.UNCLEAR;
        }
      }
    }
    return Said.UNCLEAR;
  }
}
