package org.openimr.parser.letter.item;

import java.util.List;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;
import org.openimr.parser.letter.text.Whitespace;

/**
 * The word that decides an item, behind the last colon of its heading.
 *
 * @param headingEnd offset behind the heading's text, without the colon
 */
record DecisionWord(DecisionOutcome outcome, int headingEnd) {
  private static final List<Word> WORDS =
      List.of(
          new Word("Upheld", DecisionOutcome.UPHELD),
          new Word("Overturned", DecisionOutcome.OVERTURNED),
          new Word("UPHELD", DecisionOutcome.UPHELD),
          new Word("OVERTURNED", DecisionOutcome.OVERTURNED));

  private static final String LABEL = "Claims Administrator guideline";

  private record Word(String printed, SpacingTolerantLiteral literal, DecisionOutcome outcome) {
    private Word(String printed, DecisionOutcome outcome) {
      this(printed, new SpacingTolerantLiteral(printed), outcome);
    }
  }

  /** The decision word right before {@code end}, or before a full stop there; else null. */
  static DecisionWord findBefore(String text, int from, int end) {
    int behind = Whitespace.skipBackward(text, end, from);
    boolean stop = behind > from && text.charAt(behind - 1) == '.';
    for (Word word : WORDS) {
      int start = word.literal.startBefore(text, stop ? behind - 1 : behind, from);
      if (start >= 0) {
        return new DecisionWord(word.outcome, headingEnd(text, start, from));
      }
    }
    return null;
  }

  private static int headingEnd(String text, int word, int from) {
    int end = Whitespace.skipBackward(text, word, from);
    boolean colon = end > from && text.charAt(end - 1) == ':';
    return Whitespace.skipBackward(text, colon ? end - 1 : end, from);
  }

  /**
   * Where in a rationale a colon and a decision word end a line, so that an item must have lost
   * what comes behind it; -1 if nowhere.
   */
  static int findStandalone(String text, int from, int to) {
    for (Word word : WORDS) {
      String printed = word.printed;
      for (int at = text.indexOf(printed, from, to);
          at >= 0;
          at = text.indexOf(printed, at + 1, to)) {
        int colon = Whitespace.skipBackward(text, at, from);
        if (colon > from
            && text.charAt(colon - 1) == ':'
            && ends(text, at + printed.length(), to)) {
          return at;
        }
      }
    }
    return -1;
  }

  private static boolean ends(String text, int at, int to) {
    int next = Whitespace.skipForward(text, at, to);
    return next == to
        || Whitespace.countLineEnds(text, at, next) > 0
        || text.startsWith(LABEL.substring(0, Math.min(LABEL.length(), to - next)), next);
  }
}
