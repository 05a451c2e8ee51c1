package org.openimr.enrich.letter;

import java.util.ArrayList;
import java.util.List;

/**
 * A decision printed as a sentence, {@code ... the request for X is [not] medically necessary and
 * appropriate.}, as the letters before 2014 have it. {@code not} may be glued to the next word.
 *
 * @param start offset of the sentence
 * @param requestStart offset of what was requested
 * @param requestEnd offset behind it
 * @param end offset behind the sentence
 */
record Determination(int start, int requestStart, int requestEnd, int end, Outcome outcome) {
  private static final Literal DETERMINED = new Literal("has determined the request for");
  private static final Literal NECESSARY = new Literal("medically necessary");
  private static final Literal APPROPRIATE = new Literal("and appropriate");
  private static final Literal NOT = new Literal("not");
  private static final Literal REQUEST_FOR = new Literal("The request for");
  private static final Literal[] VERBS = {
    new Literal("is"), new Literal("are"), new Literal("was"), new Literal("were")
  };

  /** A determination is shorter than this; anything longer is running text. */
  private static final int LONGEST = 1500;

  /** All between two offsets that start with {@code has determined the request for}. */
  static List<Determination> all(String text, int from, int to) {
    List<Determination> found = new ArrayList<>();
    int at = DETERMINED.findWhole(text, from, to);
    while (at >= 0) {
      int next = DETERMINED.findWhole(text, at + 1, to);
      int behind = DETERMINED.endAt(text, at, to);
      int limit = Math.min(next < 0 ? to : next, at + LONGEST);
      int necessary = necessary(text, behind, limit);
      Determination determination = sentence(text, at, behind, necessary, limit);
      if (determination != null) {
        found.add(determination);
      }
      at = next;
    }
    return found;
  }

  /** Where {@code medically necessary} stands next, or -1. */
  static int necessary(String text, int from, int to) {
    return NECESSARY.findWhole(text, from, to);
  }

  /**
   * The one that starts at an offset, with or without {@code The request for}; null if none.
   *
   * @param necessary where {@code medically necessary} stands next
   */
  static Determination at(String text, int start, int necessary, int to) {
    int behind = REQUEST_FOR.endAt(text, start, to);
    return necessary > start + LONGEST
        ? null
        : sentence(text, start, behind < 0 ? start : behind, necessary, to);
  }

  private static Determination sentence(
      String text, int start, int request, int necessary, int to) {
    if (necessary < request) {
      return null;
    }
    int not = NOT.startBefore(text, necessary, request);
    int verbEnd = not < 0 ? necessary : not;
    for (Literal verb : VERBS) {
      int verbStart = verb.startBefore(text, verbEnd, request);
      if (verbStart > request && text.charAt(verbStart - 1) <= ' ') {
        int requestStart = Blanks.skip(text, request, verbStart);
        int requestEnd = Blanks.skipBack(text, verbStart, requestStart);
        return requestStart == requestEnd
            ? null
            : new Determination(
                start,
                requestStart,
                requestEnd,
                sentenceEnd(text, necessary, to),
                not < 0 ? Outcome.OVERTURNED : Outcome.UPHELD);
      }
    }
    return null;
  }

  private static int sentenceEnd(String text, int necessary, int to) {
    int behind = NECESSARY.endAt(text, necessary, to);
    int appropriate = APPROPRIATE.endAt(text, Blanks.skip(text, behind, to), to);
    int end = appropriate < 0 ? behind : appropriate;
    return end < to && text.charAt(end) == '.' ? end + 1 : end;
  }
}
