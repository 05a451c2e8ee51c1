package org.openimr.parser.request.amount;

import java.util.Optional;
import java.util.Set;
import org.openimr.parser.request.text.NumberRange;
import org.openimr.parser.request.text.Tokens;

/** {@code #60}, {@code #60 grams}, {@code quantity: 30}, {@code 240 grams}, {@code 90 tablets}. */
final class QuantityParser implements AmountParser {
  /** Words after a unit that make the amount a dose: {@code 1 tablet by mouth}. */
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
    return UnitNames.DISPENSED.keySet();
  }

  /**
   * Parses {@code #60}, {@code quantity of 30} and {@code quantity #30}, with or without a unit.
   */
  @Override
  public Optional<AmountMatch> parseAtWord(Tokens tokens, int index) {
    String next = tokens.get(index + 1);
    int numberAt = next.equals("of") || next.equals("#") ? index + 2 : index + 1;
    return NumberRange.parse(tokens, numberAt)
        .map(number -> labelled(tokens, index, numberAt + number.length(), number));
  }

  private static AmountMatch labelled(Tokens tokens, int index, int unitAt, NumberRange number) {
    Optional<String> unit = UnitNames.dispensed(tokens.get(unitAt));
    int end = unit.isPresent() ? unitAt + 1 : unitAt;
    return match(tokens, index, end - index, number, unit.orElse(""));
  }

  @Override
  public Optional<AmountMatch> parseAtNumber(Tokens tokens, int index, NumberRange number) {
    int unitAt = index + number.length();
    return UnitNames.dispensed(tokens.get(unitAt))
        .filter(unit -> !isDose(tokens, index, unitAt))
        .map(unit -> match(tokens, index, number.length() + 1, number, unit));
  }

  private static boolean isDose(Tokens tokens, int index, int unitAt) {
    return DOSE.contains(tokens.get(unitAt + 1)) || tokens.get(index - 1).equals("take");
  }

  private static AmountMatch match(
      Tokens tokens, int index, int length, NumberRange number, String unit) {
    return AmountMatch.of(AmountKind.QUANTITY, tokens, index, length, number, unit);
  }
}
