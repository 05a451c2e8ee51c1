package org.openimr.parser.request.amount;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.parser.request.amount.AmountMatch.ParsedAmount;
import org.openimr.parser.request.text.NumberRange;
import org.openimr.parser.request.text.Tokens;

/** {@code 20mg}, {@code 5%}, {@code 10/325mg}, {@code 10mg/1ml}, {@code 25 mcg/hr}. */
final class StrengthParser implements AmountParser {
  /**
   * Two strengths joined by a hyphen are a combination if the second is at least this many times
   * the first, else a range.
   */
  private static final double MIN_COMBINATION_RATIO = 10;

  private static final int MAX_PARTS = 5;

  @Override
  public Set<String> wordsAfterNumber() {
    return UnitNames.STRENGTHS.keySet();
  }

  /** Parses single numbers joined by slashes or hyphens, so a range is taken apart again. */
  @Override
  public Optional<AmountMatch> parseAtNumber(Tokens tokens, int index, NumberRange number) {
    List<NumberRange> parts = new ArrayList<>(2);
    int at = index;
    Optional<NumberRange> next = NumberRange.parseNumber(tokens, at);
    while (next.isPresent() && parts.size() < MAX_PARTS) {
      parts.add(next.get());
      at += next.get().length();
      next =
          tokens.isLinkedBy(at - 1, "/-") ? NumberRange.parseNumber(tokens, at) : Optional.empty();
    }
    int unitAt = at;
    return UnitNames.strength(tokens.get(unitAt))
        .map(unit -> match(tokens, index, unitAt, parts, unit));
  }

  private static AmountMatch match(
      Tokens tokens, int index, int unitAt, List<NumberRange> parts, String unit) {
    int denominator = denominatorLength(tokens, unitAt);
    int length = unitAt - index + 1 + denominator;
    String printed = tokens.printed(index, index + length - 1);
    String fullUnit = unit + denominator(tokens, unitAt, denominator);
    return new AmountMatch(strengths(tokens, index, printed, parts, fullUnit), length);
  }

  private static List<ParsedAmount> strengths(
      Tokens tokens, int index, String printed, List<NumberRange> parts, String unit) {
    if (isRange(tokens, index, parts)) {
      return List.of(strength(printed, parts.get(0).low(), parts.get(1).low(), unit));
    }
    List<ParsedAmount> strengths = new ArrayList<>(parts.size());
    for (NumberRange part : parts) {
      strengths.add(strength(printed, part.low(), part.low(), unit));
    }
    return strengths;
  }

  private static ParsedAmount strength(String printed, double low, double high, String unit) {
    return new ParsedAmount(AmountKind.STRENGTH, new PrintedAmount(printed, low, high, unit, true));
  }

  private static boolean isRange(Tokens tokens, int index, List<NumberRange> parts) {
    return parts.size() == 2
        && tokens.isLinkedBy(index, "-")
        && parts.get(0).low() < parts.get(1).low()
        && parts.get(1).low() < MIN_COMBINATION_RATIO * parts.get(0).low();
  }

  /** Number of tokens after the unit that are {@code /ml}, {@code /5ml} or {@code /hr}. */
  private static int denominatorLength(Tokens tokens, int unitAt) {
    if (!tokens.isLinkedBy(unitAt, "/")) {
      return 0;
    }
    int number = NumberRange.parseNumber(tokens, unitAt + 1).map(NumberRange::length).orElse(0);
    return denominatorUnit(tokens, unitAt + 1 + number).isPresent() ? number + 1 : 0;
  }

  private static String denominator(Tokens tokens, int unitAt, int length) {
    if (length == 0) {
      return "";
    }
    String unit = denominatorUnit(tokens, unitAt + length).orElseThrow();
    boolean one = length == 1 || tokens.get(unitAt + 1).equals("1");
    return one ? "/" + unit : "/" + tokens.get(unitAt + 1) + " " + unit;
  }

  private static Optional<String> denominatorUnit(Tokens tokens, int index) {
    String word = tokens.get(index);
    return UnitNames.dispensed(word).or(() -> UnitNames.period(word));
  }
}
