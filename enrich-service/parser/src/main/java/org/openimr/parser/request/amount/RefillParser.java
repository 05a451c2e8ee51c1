package org.openimr.parser.request.amount;

import java.util.Optional;
import java.util.Set;
import org.openimr.parser.request.text.NumberRange;
import org.openimr.parser.request.text.Tokens;

/** {@code 2 refills}, {@code refills: 3}, {@code refill x 2}. */
final class RefillParser implements AmountParser {
  @Override
  public Set<String> firstWords() {
    return Set.of("refill");
  }

  @Override
  public Set<String> wordsAfterNumber() {
    return Set.of("refill");
  }

  @Override
  public Optional<Match> parse(Tokens words, int index) {
    if (words.foldedAt(index).equals("refill")) {
      int number = index + (words.foldedAt(index + 1).equals("x") ? 2 : 1);
      return NumberRange.parseNumber(words, number)
          .filter(amount -> words.isJoinedBy(index, " :(x#"))
          .filter(amount -> isNoStrengthOrPeriod(words.foldedAt(number + amount.length())))
          .map(amount -> reading(words, index, number - index + amount.length(), amount));
    }
    return NumberRange.parse(words, index)
        .filter(amount -> words.foldedAt(index + amount.length()).equals("refill"))
        .map(amount -> reading(words, index, amount.length() + 1, amount));
  }

  private static Match reading(Tokens words, int index, int length, NumberRange amount) {
    return Match.of(Kind.REFILLS, words, index, length, amount, "refill");
  }

  /** Guards against the next drug's strength being read as a number of refills. */
  private static boolean isNoStrengthOrPeriod(String word) {
    return UnitNames.strength(word).isEmpty() && UnitNames.period(word).isEmpty();
  }
}
