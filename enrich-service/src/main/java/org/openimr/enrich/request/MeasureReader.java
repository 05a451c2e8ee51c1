package org.openimr.enrich.request;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** The more telling reader first: a frequency holds a number that alone would be a duration. */
  List<MeasureReader> IN_ORDER =
      List.of(
          new StrengthReader(),
          new RefillReader(),
          new WeeklyShorthandReader(),
          new FrequencyReader(),
          new QuantityReader(),
          new DurationReader(),
          new SessionReader());

  /** The readers of the amounts that start with a word and no number, in the same order. */
  Map<String, List<MeasureReader>> BY_FIRST_WORD = byFirstWord();

  private static Map<String, List<MeasureReader>> byFirstWord() {
    Map<String, List<MeasureReader>> readers = new HashMap<>();
    for (MeasureReader reader : IN_ORDER) {
      for (String word : reader.firstWords()) {
        readers.computeIfAbsent(word, w -> new ArrayList<>()).add(reader);
      }
    }
    return Map.copyOf(readers);
  }

  /** The words besides numbers that an amount of this kind may start with. */
  default Set<String> firstWords() {
    return Set.of();
  }

  /** What starts at the word, if it is of this kind. */
  Optional<Reading> at(Words words, int index);

  /** All amounts of a request; none is read twice. */
  static List<Reading> all(Words words) {
    List<Reading> readings = new ArrayList<>();
    int at = 0;
    while (at < words.count()) {
      Optional<Reading> reading = first(words, at);
      reading.ifPresent(readings::add);
      at += reading.map(Reading::length).orElse(1);
    }
    return readings;
  }

  private static Optional<Reading> first(Words words, int index) {
    String word = words.foldedAt(index);
    boolean number = words.at(index).isNumber() || Amount.WORDS.contains(word);
    List<MeasureReader> readers = number ? IN_ORDER : BY_FIRST_WORD.getOrDefault(word, List.of());
    for (MeasureReader reader : readers) {
      Optional<Reading> reading = reader.at(words, index);
      if (reading.isPresent()) {
        return reading;
      }
    }
    return Optional.empty();
  }

  static List<Measure> ofKind(List<Reading> readings, Kind kind) {
    return readings.stream()
        .flatMap(reading -> reading.found().stream())
        .filter(found -> found.kind() == kind)
        .map(Found::measure)
        .toList();
  }
}
