package org.openimr.parser.request.amount;

import java.util.List;
import org.openimr.parser.request.text.NumberRange;
import org.openimr.parser.request.text.Tokens;

/**
 * The amounts that one parser found at a token. A shorthand such as {@code 2x6} holds several.
 *
 * @param length number of tokens that the match consumes, at least 1
 */
record AmountMatch(List<ParsedAmount> amounts, int length) {

  /** An amount and what it measures. */
  record ParsedAmount(AmountKind kind, PrintedAmount amount) {}

  /**
   * A match of a single amount.
   *
   * @param unit the unit in its normalized spelling; empty where none is printed
   */
  static AmountMatch of(
      AmountKind kind, Tokens tokens, int index, int length, NumberRange number, String unit) {
    String printed = tokens.printed(index, index + length - 1);
    PrintedAmount amount =
        new PrintedAmount(printed, number.low(), number.high(), unit, !unit.isEmpty());
    return new AmountMatch(List.of(new ParsedAmount(kind, amount)), length);
  }
}
