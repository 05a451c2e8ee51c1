package org.openimr.enrich.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code 20mg}, {@code 5%}, {@code 10/325mg}, {@code 10mg/1ml}, {@code 25 mcg/hr}. */
final class StrengthReader implements MeasureReader {
  /** A combination's second strength is at least so many times its first; less is a range. */
  private static final double COMBINED = 10;

  private static final int MOST_PARTS = 5;

  @Override
  public Set<String> wordsBehindNumber() {
    return Units.STRENGTHS.keySet();
  }

  @Override
  public Optional<Reading> at(Words words, int index) {
    List<Amount> parts = new ArrayList<>(2);
    int at = index;
    Optional<Amount> next = Amount.numberAt(words, at);
    while (next.isPresent() && parts.size() < MOST_PARTS) {
      parts.add(next.get());
      at += next.get().length();
      next = isJoined(words, at - 1) ? Amount.numberAt(words, at) : Optional.empty();
    }
    int unitAt = at;
    return parts.isEmpty()
        ? Optional.empty()
        : Units.strength(words.foldedAt(unitAt)).map(u -> reading(words, index, unitAt, parts, u));
  }

  private static boolean isJoined(Words words, int index) {
    return words.linkedBy(index, "/-");
  }

  private static Reading reading(
      Words words, int index, int unitAt, List<Amount> parts, String unit) {
    int denominator = denominatorLength(words, unitAt);
    int length = unitAt - index + 1 + denominator;
    String printed = words.printed(index, index + length - 1);
    String whole = unit + denominator(words, unitAt, denominator);
    return new Reading(strengths(words, index, printed, parts, whole), length);
  }

  private static List<Found> strengths(
      Words words, int index, String printed, List<Amount> parts, String unit) {
    if (isRange(words, index, parts)) {
      return List.of(strength(printed, parts.get(0).low(), parts.get(1).low(), unit));
    }
    List<Found> found = new ArrayList<>(parts.size());
    for (Amount part : parts) {
      found.add(strength(printed, part.low(), part.low(), unit));
    }
    return found;
  }

  private static Found strength(String printed, double low, double high, String unit) {
    return new Found(Kind.STRENGTH, new Measure(printed, low, high, unit, true));
  }

  private static boolean isRange(Words words, int index, List<Amount> parts) {
    return parts.size() == 2
        && words.linkedBy(index, "-")
        && parts.get(0).low() < parts.get(1).low()
        && parts.get(1).low() < COMBINED * parts.get(0).low();
  }

  /** Words behind the unit that say per what: {@code ml}, {@code 5ml}, {@code hr}; else 0. */
  private static int denominatorLength(Words words, int unitAt) {
    if (!words.linkedBy(unitAt, "/")) {
      return 0;
    }
    int number = Amount.numberAt(words, unitAt + 1).map(Amount::length).orElse(0);
    return unitOf(words, unitAt + 1 + number).isPresent() ? number + 1 : 0;
  }

  private static String denominator(Words words, int unitAt, int length) {
    if (length == 0) {
      return "";
    }
    String unit = unitOf(words, unitAt + length).orElseThrow();
    boolean one = length == 1 || words.foldedAt(unitAt + 1).equals("1");
    return one ? "/" + unit : "/" + words.foldedAt(unitAt + 1) + " " + unit;
  }

  private static Optional<String> unitOf(Words words, int index) {
    String word = words.foldedAt(index);
    return Units.supplied(word).or(() -> Units.period(word));
  }
}
