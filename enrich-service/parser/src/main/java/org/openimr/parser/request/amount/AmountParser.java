package org.openimr.parser.request.amount;

import java.util.Optional;
import java.util.Set;
import org.openimr.parser.request.text.NumberRange;
import org.openimr.parser.request.text.Tokens;

/** Parser for one kind of amount at a given token. */
interface AmountParser {

  /** The words other than numbers that an amount of this kind can start with. */
  default Set<String> firstWords() {
    return Set.of();
  }

  /** The words that can follow the number of an amount of this kind. */
  Set<String> wordsAfterNumber();

  /** Parses an amount that starts with one of the {@link #firstWords}. */
  default Optional<AmountMatch> parseAtWord(Tokens tokens, int index) {
    return Optional.empty();
  }

  /**
   * Parses an amount that starts with a number.
   *
   * @param number the number or range at {@code index}
   */
  Optional<AmountMatch> parseAtNumber(Tokens tokens, int index, NumberRange number);
}
