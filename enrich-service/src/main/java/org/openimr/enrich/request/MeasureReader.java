package org.openimr.enrich.request;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one kind of amount where it starts. */
interface MeasureReader {

  /** What an amount is about. */
  enum Kind {
    QUANTITY,
    STRENGTH,
    REFILLS,
    SESSIONS,
    FREQUENCY,
    DURATION
  }

  /** An amount and what it is about. */
  record Found(Kind kind, Measure measure) {}

  /**
   * @param length words that it takes, at least one
   */
  record Reading(List<Found> found, int length) {

    static Reading of(Kind kind, Words words, int index, int length, Amount amount, String unit) {
      String printed = words.printed(index, index + length - 1);
      Measure measure = new Measure(printed, amount.low(), amount.high(), unit, !unit.isEmpty());
      return new Reading(List.of(new Found(kind, measure)), length);
    }
  }

  /** The words besides numbers that an amount of this kind may start with. */
  default Set<String> firstWords() {
    return Set.of();
  }

  /** The words of which one stands behind the number that an amount of this kind starts with. */
  Set<String> wordsBehindNumber();

  /** What starts at the word, if it is of this kind. */
  Optional<Reading> at(Words words, int index);
}
