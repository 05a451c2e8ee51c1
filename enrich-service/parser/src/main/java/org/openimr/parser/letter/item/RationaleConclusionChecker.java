package org.openimr.parser.letter.item;

import java.util.List;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.model.ParseWarning;
import org.openimr.parser.letter.text.SentenceBoundaries;
import org.openimr.parser.letter.text.Whitespace;
import org.openimr.parser.letter.text.WordCursor;

/**
 * Checks the conclusion stated in a rationale against the decision. The decision itself is never
 * derived from the rationale. Only the last mention of medical necessity counts, and only if it is
 * a conclusion: {@code Therefore, ... is not medically necessary.}, {@code This request is
 * medically necessary at this time.}
 */
public final class RationaleConclusionChecker {
  private static final String MEDICAL = "medical";
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

  /**
   * Maximum characters after {@code medically necessary} in the sentence, e.g. {@code at this
   * time}.
   */
  private static final int MAX_LENGTH_AFTER = 40;

  private static final int MAX_SENTENCE_LENGTH = 600;
  private static final int MAX_WORDS_BEFORE = 5;

  private RationaleConclusionChecker() {}

  /**
   * Returns a warning if the rationale concludes the opposite of the outcome, else an empty list.
   */
  public static List<ParseWarning> check(String rationale, DecisionOutcome outcome) {
    StatedConclusion stated = findConclusion(rationale);
    boolean contradicts =
        outcome == DecisionOutcome.UPHELD
            ? stated == StatedConclusion.NECESSARY
            : stated == StatedConclusion.NOT_NECESSARY;
    return contradicts
        ? List.of(
            new ParseWarning(
                ParseWarning.Code.RATIONALE_CONTRADICTS_DECISION,
                "rationale",
                "the rationale concludes the opposite of the decision"))
        : List.of();
  }

  private enum StatedConclusion {
    NECESSARY,
    NOT_NECESSARY,
    UNCLEAR
  }

  private static StatedConclusion findConclusion(String rationale) {
    int at = rationale.lastIndexOf(MEDICAL);
    if (at < 0 || !rationale.startsWith(NECESSARY, at)) {
      return StatedConclusion.UNCLEAR;
    }
    int conclusionEnd = at + NECESSARY.length();
    int stop = rationale.indexOf('.', conclusionEnd);
    boolean endsSentence =
        stop < 0 ? conclusionEnd == rationale.length() : stop - conclusionEnd <= MAX_LENGTH_AFTER;
    return endsSentence && opensConclusion(rationale, sentenceStart(rationale, at))
        ? classifyVerb(rationale, at)
        : StatedConclusion.UNCLEAR;
  }

  private static int sentenceStart(String text, int at) {
    int first = Math.max(0, at - MAX_SENTENCE_LENGTH);
    for (int i = at - 1; i > first; i--) {
      if (text.charAt(i) <= ' ' && SentenceBoundaries.endsAt(text, i, first)) {
        return i + 1;
      }
    }
    return first;
  }

  private static boolean opensConclusion(String text, int sentence) {
    for (String opening : OPENINGS) {
      if (text.startsWith(opening, sentence)) {
        return true;
      }
    }
    return false;
  }

  /** Walks back from an offset to a verb or a negation. */
  private static StatedConclusion classifyVerb(String text, int necessary) {
    int end = necessary;
    for (int k = 0; k < MAX_WORDS_BEFORE; k++) {
      int wordEnd = Whitespace.skipBackward(text, end, 0);
      int start = WordCursor.wordStart(text, wordEnd);
      switch (text.substring(start, wordEnd)) {
        case "not", "cannot", "never" -> {
          return StatedConclusion.NOT_NECESSARY;
        }
        case "is", "was", "are", "were" -> {
          return StatedConclusion.NECESSARY;
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
          return StatedConclusion.UNCLEAR;
        }
      }
    }
    return StatedConclusion.UNCLEAR;
  }
}
