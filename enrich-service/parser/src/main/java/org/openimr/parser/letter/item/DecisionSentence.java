package org.openimr.parser.letter.item;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;
import org.openimr.parser.letter.text.Whitespace;

/**
 * A decision printed as a sentence, {@code ... the request for X is [not] medically necessary and
 * appropriate.}, as in letters before 2014. The space after {@code not} may be missing.
 *
 * @param start offset of the sentence
 * @param requestStart offset of the requested treatment
 * @param requestEnd offset just past the requested treatment
 * @param end offset just past the sentence
 * @param outcome the decision
 */
public record DecisionSentence(
    int start, int requestStart, int requestEnd, int end, DecisionOutcome outcome) {
  private static final SpacingTolerantLiteral DETERMINED =
      new SpacingTolerantLiteral("has determined the request for");
  private static final SpacingTolerantLiteral NECESSARY =
      new SpacingTolerantLiteral("medically necessary");
  private static final SpacingTolerantLiteral APPROPRIATE =
      new SpacingTolerantLiteral("and appropriate");
  private static final SpacingTolerantLiteral NOT = new SpacingTolerantLiteral("not");
  private static final SpacingTolerantLiteral REQUEST_FOR =
      new SpacingTolerantLiteral("The request for");
  private static final SpacingTolerantLiteral[] VERBS = {
    new SpacingTolerantLiteral("is"),
    new SpacingTolerantLiteral("are"),
    new SpacingTolerantLiteral("was"),
    new SpacingTolerantLiteral("were")
  };

  /** Maximum length of a decision in characters. A longer sentence is running text. */
  private static final int MAX_LENGTH = 1500;

  /** Finds all decisions in a range that start with {@code has determined the request for}. */
  public static List<DecisionSentence> findAll(String text, int from, int to) {
    List<DecisionSentence> found = new ArrayList<>();
    int at = DETERMINED.findByFirstWord(text, from, to);
    while (at >= 0) {
      int next = DETERMINED.findByFirstWord(text, at + 1, to);
      int request = DETERMINED.endAt(text, at, to);
      int limit = Math.min(next < 0 ? to : next, at + MAX_LENGTH);
      int necessary = findMedicallyNecessary(text, request, limit);
      DecisionSentence decision = parse(text, at, request, necessary, limit);
      if (decision != null) {
        found.add(decision);
      }
      at = next;
    }
    return found;
  }

  /** Counts the sentences that announce a decision, whether or not it can be parsed. */
  public static int countAnnounced(String text, int from, int to) {
    int count = 0;
    for (int at = DETERMINED.findByFirstWord(text, from, to);
        at >= 0;
        at = DETERMINED.findByFirstWord(text, at + 1, to)) {
      count++;
    }
    return count;
  }

  /** Returns the offset of the next {@code medically necessary}, or -1. */
  public static int findMedicallyNecessary(String text, int from, int to) {
    return NECESSARY.findByFirstWord(text, from, to);
  }

  /**
   * Parses the decision that starts at an offset, with or without {@code The request for}. Returns
   * null if there is none.
   *
   * @param necessary offset of the next {@code medically necessary}, or -1
   */
  public static @Nullable DecisionSentence parseAt(String text, int start, int necessary, int to) {
    int requestFor = REQUEST_FOR.endAt(text, start, to);
    return necessary > start + MAX_LENGTH
        ? null
        : parse(text, start, requestFor < 0 ? start : requestFor, necessary, to);
  }

  private static @Nullable DecisionSentence parse(
      String text, int start, int request, int necessary, int to) {
    if (necessary < request) {
      return null;
    }
    int not = NOT.startBefore(text, necessary, request);
    int verbEnd = not < 0 ? necessary : not;
    for (SpacingTolerantLiteral verb : VERBS) {
      int verbStart = verb.startBefore(text, verbEnd, request);
      if (verbStart > request && text.charAt(verbStart - 1) <= ' ') {
        int requestStart = Whitespace.skipForward(text, request, verbStart);
        int requestEnd = Whitespace.skipBackward(text, verbStart, requestStart);
        return requestStart == requestEnd
            ? null
            : new DecisionSentence(
                start,
                requestStart,
                requestEnd,
                sentenceEnd(text, necessary, to),
                not < 0 ? DecisionOutcome.OVERTURNED : DecisionOutcome.UPHELD);
      }
    }
    return null;
  }

  private static int sentenceEnd(String text, int necessary, int to) {
    int necessaryEnd = NECESSARY.endAt(text, necessary, to);
    int appropriate = APPROPRIATE.endAt(text, Whitespace.skipForward(text, necessaryEnd, to), to);
    int end = appropriate < 0 ? necessaryEnd : appropriate;
    return end < to && text.charAt(end) == '.' ? end + 1 : end;
  }
}
