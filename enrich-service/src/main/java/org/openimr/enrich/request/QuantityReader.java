package org.openimr.enrich.request;

import java.util.Optional;
import java.util.Set;

/** {@code #60}, {@code #60 grams}, {@code quantity: 30}, {@code 240 grams}, {@code 90 tablets}. */
final class QuantityReader implements MeasureReader {
  /** Behind pieces these make them a dose: {@code 1 tablet by mouth}. */
  private static final Set<String> DOSE =
      Set.of(
          "by", "po", "orally", "oral", "every", "q", "once", "twice", "daily", "per", "a", "bid",
          "tid", "qid", "qd", "qhs", "at", "as", "prn", "three", "each", "nightly", "in");

  @Override
  public Set<String> firstWords() {
    return Set.of("#", "quantity", "qty", "count");
  }

  @Override
  public Set<String> wordsBehindNumber() {
    return Units.SUPPLIED.keySet();
  }

  @Override
  public Optional<Reading> at(Words words, int index) {
    return switch (words.foldedAt(index)) {
      case "#", "quantity", "qty", "count" -> said(words, index);
      default -> supplied(words, index);
    };
  }

  private static Optional<Reading> said(Words words, int index) {
    int number = words.foldedAt(index + 1).equals("of") || isDoubled(words, index) ? 2 : 1;
    return Amount.at(words, index + number)
        .map(amount -> said(words, index, index + number + amount.length(), amount));
  }

  private static Reading said(Words words, int index, int behind, Amount amount) {
    Optional<String> unit = Units.supplied(words.foldedAt(behind));
    int end = unit.isPresent() ? behind + 1 : behind;
    return reading(words, index, end - index, amount, unit.orElse(""));
  }

  /** {@code quantity #30}. */
  private static boolean isDoubled(Words words, int index) {
    return words.foldedAt(index + 1).equals("#");
  }

  private static Optional<Reading> supplied(Words words, int index) {
    return Amount.at(words, index)
        .flatMap(
            amount -> {
              int unitAt = index + amount.length();
              return Units.supplied(words.foldedAt(unitAt))
                  .filter(unit -> !isDose(words, index, unitAt))
                  .map(unit -> reading(words, index, amount.length() + 1, amount, unit));
            });
  }

  private static boolean isDose(Words words, int index, int unitAt) {
    return DOSE.contains(words.foldedAt(unitAt + 1)) || words.foldedAt(index - 1).equals("take");
  }

  private static Reading reading(Words words, int index, int length, Amount amount, String unit) {
    return Reading.of(Kind.QUANTITY, words, index, length, amount, unit);
  }
}
