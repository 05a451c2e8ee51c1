package org.openimr.enrich.request;

import java.util.Optional;
import java.util.Set;

/** {@code 2 refills}, {@code refills: 3}, {@code refill x 2}. */
final class RefillReader implements MeasureReader {
  @Override
  public Set<String> firstWords() {
    return Set.of("refill");
  }

  @Override
  public Set<String> wordsBehindNumber() {
    return Set.of("refill");
  }

  @Override
  public Optional<Reading> at(Words words, int index) {
    if (words.foldedAt(index).equals("refill")) {
      int number = index + (words.foldedAt(index + 1).equals("x") ? 2 : 1);
      return Amount.numberAt(words, number)
          .filter(amount -> words.joinedBy(index, " :(x#"))
          .filter(amount -> isNoStrengthOrPeriod(words.foldedAt(number + amount.length())))
          .map(amount -> reading(words, index, number - index + amount.length(), amount));
    }
    return Amount.at(words, index)
        .filter(amount -> words.foldedAt(index + amount.length()).equals("refill"))
        .map(amount -> reading(words, index, amount.length() + 1, amount));
  }

  private static Reading reading(Words words, int index, int length, Amount amount) {
    return Reading.of(Kind.REFILLS, words, index, length, amount, "refill");
  }

  /** Guards against the next drug's strength being read as a number of refills. */
  private static boolean isNoStrengthOrPeriod(String word) {
    return Units.strength(word).isEmpty() && Units.period(word).isEmpty();
  }
}
