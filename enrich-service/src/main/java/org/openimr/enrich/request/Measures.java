package org.openimr.enrich.request;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.openimr.enrich.request.MeasureReader.Found;
import org.openimr.enrich.request.MeasureReader.Kind;
import org.openimr.enrich.request.MeasureReader.Reading;

/** All amounts of a request, each kind's in the order of print; none is read twice. */
final class Measures {
  private static final MeasureReader STRENGTH = new StrengthReader();
  private static final MeasureReader SESSION = new SessionReader();

  /** The more telling reader first: a frequency holds a number that alone would be a duration. */
  private static final List<MeasureReader> IN_ORDER =
      List.of(
          STRENGTH,
          new RefillReader(),
          new WeeklyShorthandReader(),
          new FrequencyReader(),
          new QuantityReader(),
          new DurationReader(),
          SESSION);

  /**
   * The readers of the amounts that start with a word and no number, in the same order; all of them
   * for numbers in words.
   */
  private static final Map<String, List<MeasureReader>> BY_FIRST_WORD =
      by(MeasureReader::firstWords, List.of());

  /** The readers of the amounts that start with a number, by the word behind it. */
  private static final Map<String, List<MeasureReader>> BY_WORD_BEHIND =
      by(MeasureReader::wordsBehindNumber, List.of(SESSION));

  private static final List<MeasureReader> ONLY_SESSION = List.of(SESSION);

  /** Behind a number that is joined to another, as in {@code 10/325mg}. */
  private static final List<MeasureReader> ONLY_STRENGTH = List.of(STRENGTH);

  private final Map<Kind, List<Measure>> found = new EnumMap<>(Kind.class);

  private Measures() {
    for (Kind kind : Kind.values()) {
      found.put(kind, new ArrayList<>(2));
    }
  }

  private static Map<String, List<MeasureReader>> by(
      Function<MeasureReader, Set<String>> words, List<MeasureReader> always) {
    Map<String, List<MeasureReader>> readers = new HashMap<>();
    for (MeasureReader reader : IN_ORDER) {
      for (String word : words.apply(reader)) {
        readers.computeIfAbsent(word, w -> new ArrayList<>()).add(reader);
      }
    }
    readers.values().forEach(some -> some.addAll(always));
    Amount.WORDS.forEach(number -> readers.put(number, IN_ORDER));
    return readers;
  }

  static Measures of(Words words) {
    Measures measures = new Measures();
    int at = 0;
    while (at < words.count()) {
      at += measures.add(words, at);
    }
    return measures;
  }

  List<Measure> of(Kind kind) {
    return List.copyOf(found.get(kind));
  }

  /** Takes up what starts at the word; returns the words that it takes, at least one. */
  private int add(Words words, int index) {
    for (MeasureReader reader : readersAt(words, index)) {
      Optional<Reading> reading = reader.at(words, index);
      if (reading.isPresent()) {
        for (Found measure : reading.get().found()) {
          found.get(measure.kind()).add(measure.measure());
        }
        return reading.get().length();
      }
    }
    return 1;
  }

  /** The readers that could find something: most words and numbers are no amounts. */
  private static List<MeasureReader> readersAt(Words words, int index) {
    if (!words.isNumber(index)) {
      List<MeasureReader> readers = BY_FIRST_WORD.getOrDefault(words.foldedAt(index), List.of());
      if (readers != IN_ORDER) {
        return readers;
      }
    }
    Optional<Amount> amount = Amount.at(words, index);
    return amount.isEmpty() ? List.of() : readersBehind(words, index + amount.get().length());
  }

  private static List<MeasureReader> readersBehind(Words words, int behind) {
    List<MeasureReader> readers =
        words.isNumber(behind)
            ? IN_ORDER
            : BY_WORD_BEHIND.getOrDefault(words.foldedAt(behind), ONLY_SESSION);
    if (readers != IN_ORDER) {
      return readers;
    }
    return words.linkedBy(behind - 1, "/-") ? ONLY_STRENGTH : List.of();
  }
}
