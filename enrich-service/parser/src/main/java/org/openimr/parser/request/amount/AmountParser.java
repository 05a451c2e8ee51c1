package org.openimr.parser.request.amount;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.parser.request.text.NumberRange;
import org.openimr.parser.request.text.Tokens;

/** Reads one kind of amount where it starts. */
public interface AmountParser {

  /** What an amount is about. */
  enum Kind {
    QUANTITY,
    STRENGTH,
    REFILLS,
    SESSIONS,
    FREQUENCY,
    DURATION
  }

  /** An amount and what it is about. */
  record Found(Kind kind, PrintedAmount measure) {}

  /**
   * @param length words that it takes, at least one
   */
  record Match(List<Found> found, int length) {

    static Match of(
        Kind kind, Tokens words, int index, int length, NumberRange amount, String unit) {
      String printed = words.printed(index, index + length - 1);
      PrintedAmount measure =
          new PrintedAmount(printed, amount.low(), amount.high(), unit, !unit.isEmpty());
      return new Match(List.of(new Found(kind, measure)), length);
    }
  }

  /** The words besides numbers that an amount of this kind may start with. */
  default Set<String> firstWords() {
    return Set.of();
  }

  /** The words of which one stands behind the number that an amount of this kind starts with. */
  Set<String> wordsAfterNumber();

  /** What starts at the word, if it is of this kind. */
  Optional<Match> parse(Tokens words, int index);
}
