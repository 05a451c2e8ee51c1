package org.openimr.parser.request.amount;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.parser.request.text.NumberRange;
import org.openimr.parser.request.text.Tokens;

/** {@code 20mg}, {@code 5%}, {@code 10/325mg}, {@code 10mg/1ml}, {@code 25 mcg/hr}. */
final class StrengthParser implements AmountParser {
  /** A combination's second strength is at least so many times its first; less is a range. */
  private static final double COMBINED = 10;

  private static final int MAX_PARTS = 5;

  @Override
  public Set<String> wordsAfterNumber() {
    return UnitNames.STRENGTHS.keySet();
  }

  @Override
  public Optional<Match> parse(Tokens words, int index) {
    List<NumberRange> parts = new ArrayList<>(2);
    int at = index;
    Optional<NumberRange> next = NumberRange.parseNumber(words, at);
    while (next.isPresent() && parts.size() < MAX_PARTS) {
      parts.add(next.get());
      at += next.get().length();
      next = isJoined(words, at - 1) ? NumberRange.parseNumber(words, at) : Optional.empty();
    }
    int unitAt = at;
    return parts.isEmpty()
        ? Optional.empty()
        : UnitNames.strength(words.foldedAt(unitAt))
            .map(u -> reading(words, index, unitAt, parts, u));
  }

  private static boolean isJoined(Tokens words, int index) {
    return words.isLinkedBy(index, "/-");
  }

  private static Match reading(
      Tokens words, int index, int unitAt, List<NumberRange> parts, String unit) {
    int denominator = denominatorLength(words, unitAt);
    int length = unitAt - index + 1 + denominator;
    String printed = words.printed(index, index + length - 1);
    String whole = unit + denominator(words, unitAt, denominator);
    return new Match(strengths(words, index, printed, parts, whole), length);
  }

  private static List<Found> strengths(
      Tokens words, int index, String printed, List<NumberRange> parts, String unit) {
    if (isRange(words, index, parts)) {
      return List.of(strength(printed, parts.get(0).low(), parts.get(1).low(), unit));
    }
    List<Found> found = new ArrayList<>(parts.size());
    for (NumberRange part : parts) {
      found.add(strength(printed, part.low(), part.low(), unit));
    }
    return found;
  }

  private static Found strength(String printed, double low, double high, String unit) {
    return new Found(Kind.STRENGTH, new PrintedAmount(printed, low, high, unit, true));
  }

  private static boolean isRange(Tokens words, int index, List<NumberRange> parts) {
    return parts.size() == 2
        && words.isLinkedBy(index, "-")
        && parts.get(0).low() < parts.get(1).low()
        && parts.get(1).low() < COMBINED * parts.get(0).low();
  }

  /** Words behind the unit that say per what: {@code ml}, {@code 5ml}, {@code hr}; else 0. */
  private static int denominatorLength(Tokens words, int unitAt) {
    if (!words.isLinkedBy(unitAt, "/")) {
      return 0;
    }
    int number = NumberRange.parseNumber(words, unitAt + 1).map(NumberRange::length).orElse(0);
    return unitOf(words, unitAt + 1 + number).isPresent() ? number + 1 : 0;
  }

  private static String denominator(Tokens words, int unitAt, int length) {
    if (length == 0) {
      return "";
    }
    String unit = unitOf(words, unitAt + length).orElseThrow();
    boolean one = length == 1 || words.foldedAt(unitAt + 1).equals("1");
    return one ? "/" + unit : "/" + words.foldedAt(unitAt + 1) + " " + unit;
  }

  private static Optional<String> unitOf(Tokens words, int index) {
    String word = words.foldedAt(index);
    return UnitNames.supplied(word).or(() -> UnitNames.period(word));
  }
}
