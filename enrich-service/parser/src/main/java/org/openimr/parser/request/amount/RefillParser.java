package org.openimr.parser.request.amount;

import java.util.Optional;
import java.util.Set;
import org.openimr.parser.request.text.NumberRange;
import org.openimr.parser.request.text.Tokens;

/** {@code 2 refills}, {@code refills: 3}, {@code refill x 2}. */
final class RefillParser implements AmountParser {
  private static final String REFILL = "refill";

  @Override
  public Set<String> firstWords() {
    return Set.of(REFILL);
  }

  @Override
  public Set<String> wordsAfterNumber() {
    return Set.of(REFILL);
  }

  @Override
  public Optional<AmountMatch> parseAtWord(Tokens tokens, int index) {
    int numberAt = index + (tokens.get(index + 1).equals("x") ? 2 : 1);
    return NumberRange.parseNumber(tokens, numberAt)
        .filter(number -> tokens.isJoinedBy(index, " :(x#"))
        .filter(number -> !isStrengthOrPeriod(tokens.get(numberAt + number.length())))
        .map(number -> match(tokens, index, numberAt - index + number.length(), number));
  }

  @Override
  public Optional<AmountMatch> parseAtNumber(Tokens tokens, int index, NumberRange number) {
    return tokens.get(index + number.length()).equals(REFILL)
        ? Optional.of(match(tokens, index, number.length() + 1, number))
        : Optional.empty();
  }

  /** Keeps the strength of the next drug from being parsed as a number of refills. */
  private static boolean isStrengthOrPeriod(String word) {
    return UnitNames.strength(word).isPresent() || UnitNames.period(word).isPresent();
  }

  private static AmountMatch match(Tokens tokens, int index, int length, NumberRange number) {
    return AmountMatch.of(AmountKind.REFILLS, tokens, index, length, number, REFILL);
  }
}
