package org.openimr.parser.request.amount;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.openimr.parser.request.amount.AmountParser.Found;
import org.openimr.parser.request.amount.AmountParser.Kind;
import org.openimr.parser.request.amount.AmountParser.Match;
import org.openimr.parser.request.text.NumberRange;
import org.openimr.parser.request.text.Tokens;

/** All amounts of a request, each kind's in the order of print; none is read twice. */
public final class RequestAmounts {
  private static final AmountParser STRENGTH = new StrengthParser();
  private static final AmountParser SESSION = new SessionParser();

  /** The more telling reader first: a frequency holds a number that alone would be a duration. */
  private static final List<AmountParser> IN_ORDER =
      List.of(
          STRENGTH,
          new RefillParser(),
          new WeeklyShorthandParser(),
          new FrequencyParser(),
          new QuantityParser(),
          new DurationParser(),
          SESSION);

  /**
   * The readers of the amounts that start with a word and no number, in the same order; all of them
   * for numbers in words.
   */
  private static final Map<String, List<AmountParser>> BY_FIRST_WORD =
      by(AmountParser::firstWords, List.of());

  /** The readers of the amounts that start with a number, by the word behind it. */
  private static final Map<String, List<AmountParser>> BY_NEXT_WORD =
      by(AmountParser::wordsAfterNumber, List.of(SESSION));

  private static final List<AmountParser> ONLY_SESSION = List.of(SESSION);

  /** Behind a number that is joined to another, as in {@code 10/325mg}. */
  private static final List<AmountParser> ONLY_STRENGTH = List.of(STRENGTH);

  private final Map<Kind, List<PrintedAmount>> found = new EnumMap<>(Kind.class);

  private RequestAmounts() {
    for (Kind kind : Kind.values()) {
      found.put(kind, new ArrayList<>(2));
    }
  }

  private static Map<String, List<AmountParser>> by(
      Function<AmountParser, Set<String>> words, List<AmountParser> always) {
    Map<String, List<AmountParser>> readers = new HashMap<>();
    for (AmountParser reader : IN_ORDER) {
      for (String word : words.apply(reader)) {
        readers.computeIfAbsent(word, w -> new ArrayList<>()).add(reader);
      }
    }
    readers.values().forEach(some -> some.addAll(always));
    NumberRange.WORDS.forEach(number -> readers.put(number, IN_ORDER));
    return readers;
  }

  public static RequestAmounts of(Tokens words) {
    RequestAmounts measures = new RequestAmounts();
    int at = 0;
    while (at < words.count()) {
      at += measures.add(words, at);
    }
    return measures;
  }

  public List<PrintedAmount> of(Kind kind) {
    return List.copyOf(found.get(kind));
  }

  /** Takes up what starts at the word; returns the words that it takes, at least one. */
  private int add(Tokens words, int index) {
    for (AmountParser reader : parsersAt(words, index)) {
      Optional<Match> reading = reader.parse(words, index);
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
  private static List<AmountParser> parsersAt(Tokens words, int index) {
    if (!words.isNumber(index)) {
      List<AmountParser> readers = BY_FIRST_WORD.getOrDefault(words.foldedAt(index), List.of());
      if (readers != IN_ORDER) {
        return readers;
      }
    }
    Optional<NumberRange> amount = NumberRange.parse(words, index);
    return amount.isEmpty() ? List.of() : parsersAfter(words, index + amount.get().length());
  }

  private static List<AmountParser> parsersAfter(Tokens words, int behind) {
    List<AmountParser> readers =
        words.isNumber(behind)
            ? IN_ORDER
            : BY_NEXT_WORD.getOrDefault(words.foldedAt(behind), ONLY_SESSION);
    if (readers != IN_ORDER) {
      return readers;
    }
    return words.isLinkedBy(behind - 1, "/-") ? ONLY_STRENGTH : List.of();
  }
}
