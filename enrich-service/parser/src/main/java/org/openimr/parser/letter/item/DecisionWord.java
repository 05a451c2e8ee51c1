package org.openimr.parser.letter.item;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openimr.parser.letter.model.DecisionOutcome;
import org.openimr.parser.letter.text.SpacingTolerantLiteral;
import org.openimr.parser.letter.text.Whitespace;

/**
 * The word that decides an item, printed after the last colon of its heading.
 *
 * @param outcome the decision
 * @param headingEnd offset just past the text of the heading, without the colon
 */
record DecisionWord(DecisionOutcome outcome, int headingEnd) {
  private static final List<Spelling> SPELLINGS =
      List.of(
          new Spelling("Upheld", DecisionOutcome.UPHELD),
          new Spelling("Overturned", DecisionOutcome.OVERTURNED),
          new Spelling("UPHELD", DecisionOutcome.UPHELD),
          new Spelling("OVERTURNED", DecisionOutcome.OVERTURNED));

  /** Words before a decision word that make it partial. */
  private static final SpacingTolerantLiteral[] PARTIAL_WORDS = {
    SpacingTolerantLiteral.anyCase("Partially"),
    SpacingTolerantLiteral.anyCase("partially"),
    SpacingTolerantLiteral.anyCase("Partly"),
    SpacingTolerantLiteral.anyCase("partly"),
    SpacingTolerantLiteral.anyCase("In part"),
    SpacingTolerantLiteral.anyCase("in part"),
    SpacingTolerantLiteral.anyCase("Partial"),
    SpacingTolerantLiteral.anyCase("Conditionally"),
  };

  /** Words that end a heading with a partial decision. */
  private static final SpacingTolerantLiteral[] PARTIAL_ENDS = {
    SpacingTolerantLiteral.anyCase("Modified"),
    SpacingTolerantLiteral.anyCase("modified"),
    SpacingTolerantLiteral.anyCase("in part"),
    SpacingTolerantLiteral.anyCase("In part"),
    SpacingTolerantLiteral.anyCase("partially"),
    SpacingTolerantLiteral.anyCase("Partially"),
    SpacingTolerantLiteral.anyCase("with modification"),
    SpacingTolerantLiteral.anyCase("with modifications"),
  };

  private static final String FIRST_LABEL = "Claims Administrator guideline";

  private record Spelling(String printed, SpacingTolerantLiteral literal, DecisionOutcome outcome) {
    private Spelling(String printed, DecisionOutcome outcome) {
      this(printed, new SpacingTolerantLiteral(printed), outcome);
    }
  }

  /**
   * Returns the decision word that ends at {@code end}, or null if there is none or the decision is
   * partial. White space and a full stop after the word are skipped.
   */
  static @Nullable DecisionWord findBefore(String text, int from, int end) {
    int wordEnd = Whitespace.skipBackward(text, end, from);
    boolean fullStop = wordEnd > from && text.charAt(wordEnd - 1) == '.';
    for (Spelling spelling : SPELLINGS) {
      int start = spelling.literal.startBefore(text, fullStop ? wordEnd - 1 : wordEnd, from);
      if (start >= 0 && endsWith(PARTIAL_WORDS, text, start, from)) {
        return null;
      }
      if (start >= 0) {
        return new DecisionWord(spelling.outcome, headingEnd(text, start, from));
      }
    }
    return null;
  }

  /** Returns whether a partial decision ends at {@code end}, such as {@code Upheld in part}. */
  static boolean isPartialBefore(String text, int from, int end) {
    int wordEnd = Whitespace.skipBackward(text, end, from);
    boolean fullStop = wordEnd > from && text.charAt(wordEnd - 1) == '.';
    int stop = fullStop ? wordEnd - 1 : wordEnd;
    if (endsWith(PARTIAL_ENDS, text, stop, from)) {
      return true;
    }
    for (Spelling spelling : SPELLINGS) {
      int start = spelling.literal.startBefore(text, stop, from);
      if (start >= 0 && endsWith(PARTIAL_WORDS, text, start, from)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWith(SpacingTolerantLiteral[] words, String text, int end, int from) {
    for (SpacingTolerantLiteral word : words) {
      int start = word.startBefore(text, end, from);
      if (start >= 0 && (start == from || !Character.isLetter(text.charAt(start - 1)))) {
        return true;
      }
    }
    return false;
  }

  private static int headingEnd(String text, int word, int from) {
    int end = Whitespace.skipBackward(text, word, from);
    boolean colon = end > from && text.charAt(end - 1) == ':';
    return Whitespace.skipBackward(text, colon ? end - 1 : end, from);
  }

  /**
   * Returns the offset of a decision word that ends a line after a colon, or -1 if there is none.
   * In a rationale it belongs to an item that has lost its labels.
   */
  static int findStandalone(String text, int from, int to) {
    for (Spelling spelling : SPELLINGS) {
      String printed = spelling.printed;
      for (int at = text.indexOf(printed, from, to);
          at >= 0;
          at = text.indexOf(printed, at + 1, to)) {
        int colon = Whitespace.skipBackward(text, at, from);
        if (colon > from
            && text.charAt(colon - 1) == ':'
            && endsLine(text, at + printed.length(), to)) {
          return at;
        }
      }
    }
    return -1;
  }

  private static boolean endsLine(String text, int at, int to) {
    int next = Whitespace.skipForward(text, at, to);
    return next == to
        || Whitespace.countLineEnds(text, at, next) > 0
        || text.regionMatches(
            true, next, FIRST_LABEL, 0, Math.min(FIRST_LABEL.length(), to - next));
  }
}
