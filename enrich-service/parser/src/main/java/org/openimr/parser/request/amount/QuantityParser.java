package org.openimr.parser.request.amount;

import java.util.Optional;
import java.util.Set;
import org.openimr.parser.request.text.NumberRange;
import org.openimr.parser.request.text.Tokens;

/** {@code #60}, {@code #60 grams}, {@code quantity: 30}, {@code 240 grams}, {@code 90 tablets}. */
final class QuantityParser implements AmountParser {
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
  public Set<String> wordsAfterNumber() {
    return UnitNames.SUPPLIED.keySet();
  }

  @Override
  public Optional<Match> parse(Tokens words, int index) {
    return switch (words.foldedAt(index)) {
      case "#", "quantity", "qty", "count" -> said(words, index);
      default -> supplied(words, index);
    };
  }

  private static Optional<Match> said(Tokens words, int index) {
    int number = words.foldedAt(index + 1).equals("of") || isDoubled(words, index) ? 2 : 1;
    return NumberRange.parse(words, index + number)
        .map(amount -> said(words, index, index + number + amount.length(), amount));
  }

  private static Match said(Tokens words, int index, int behind, NumberRange amount) {
    Optional<String> unit = UnitNames.supplied(words.foldedAt(behind));
    int end = unit.isPresent() ? behind + 1 : behind;
    return reading(words, index, end - index, amount, unit.orElse(""));
  }

  /** {@code quantity #30}. */
  private static boolean isDoubled(Tokens words, int index) {
    return words.foldedAt(index + 1).equals("#");
  }

  private static Optional<Match> supplied(Tokens words, int index) {
    return NumberRange.parse(words, index)
        .flatMap(
            amount -> {
              int unitAt = index + amount.length();
              return UnitNames.supplied(words.foldedAt(unitAt))
                  .filter(unit -> !isDose(words, index, unitAt))
                  .map(unit -> reading(words, index, amount.length() + 1, amount, unit));
            });
  }

  private static boolean isDose(Tokens words, int index, int unitAt) {
    return DOSE.contains(words.foldedAt(unitAt + 1)) || words.foldedAt(index - 1).equals("take");
  }

  private static Match reading(
      Tokens words, int index, int length, NumberRange amount, String unit) {
    return Match.of(Kind.QUANTITY, words, index, length, amount, unit);
  }
}
