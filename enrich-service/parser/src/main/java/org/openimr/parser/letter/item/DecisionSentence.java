package org.openimr.parser.letter.item;

import java.util.ArrayList;
import java.util.List;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;
import org.openimr.parser.letter.text.Whitespace;

/**
 * A decision printed as a sentence, {@code ... the request for X is [not] medically necessary and
 * appropriate.}, as the letters before 2014 have it. {@code not} may be glued to the next word.
 *
 * @param start offset of the sentence
 * @param requestStart offset of what was requested
 * @param requestEnd offset behind it
 * @param end offset behind the sentence
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

  /** A determination is shorter than this; anything longer is running text. */
  private static final int MAX_LENGTH = 1500;

  /** All between two offsets that start with {@code has determined the request for}. */
  public static List<DecisionSentence> findAll(String text, int from, int to) {
    List<DecisionSentence> found = new ArrayList<>();
    int at = DETERMINED.findWhole(text, from, to);
    while (at >= 0) {
      int next = DETERMINED.findWhole(text, at + 1, to);
      int behind = DETERMINED.endAt(text, at, to);
      int limit = Math.min(next < 0 ? to : next, at + MAX_LENGTH);
      int necessary = findNecessary(text, behind, limit);
      DecisionSentence determination = sentence(text, at, behind, necessary, limit);
      if (determination != null) {
        found.add(determination);
      }
      at = next;
    }
    return found;
  }

  /** Where {@code medically necessary} stands next, or -1. */
  public static int findNecessary(String text, int from, int to) {
    return NECESSARY.findWhole(text, from, to);
  }

  /**
   * The one that starts at an offset, with or without {@code The request for}; null if none.
   *
   * @param necessary where {@code medically necessary} stands next
   */
  public static DecisionSentence parseAt(String text, int start, int necessary, int to) {
    int behind = REQUEST_FOR.endAt(text, start, to);
    return necessary > start + MAX_LENGTH
        ? null
        : sentence(text, start, behind < 0 ? start : behind, necessary, to);
  }

  private static DecisionSentence sentence(
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
    int behind = NECESSARY.endAt(text, necessary, to);
    int appropriate = APPROPRIATE.endAt(text, Whitespace.skipForward(text, behind, to), to);
    int end = appropriate < 0 ? behind : appropriate;
    return end < to && text.charAt(end) == '.' ? end + 1 : end;
  }
}
