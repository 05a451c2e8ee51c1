package org.openimr.parser.request.amount;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.openimr.parser.request.amount.AmountMatch.ParsedAmount;
import org.openimr.parser.request.text.NumberRange;
import org.openimr.parser.request.text.Tokens;

/** All amounts of a request by kind, in the order of the text. No token is part of two amounts. */
public final class RequestAmounts {
  private static final AmountParser STRENGTH = new StrengthParser();
  private static final AmountParser SESSION = new SessionParser();

  /** The more specific parser first: a frequency holds a number that alone would be a duration. */
  private static final List<AmountParser> IN_ORDER =
      List.of(
          STRENGTH,
          new RefillParser(),
          new WeeklyShorthandParser(),
          new FrequencyParser(),
          new QuantityParser(),
          new DurationParser(),
          SESSION);

  /** Parsers of amounts that start with a word other than a number, by that word. */
  private static final Map<String, List<AmountParser>> BY_FIRST_WORD =
      byWord(AmountParser::firstWords, List.of());

  /** Parsers of amounts that start with a number, by the word after the number. */
  private static final Map<String, List<AmountParser>> BY_NEXT_WORD =
      byWord(AmountParser::wordsAfterNumber, List.of(SESSION));

  private static final List<AmountParser> ONLY_SESSION = List.of(SESSION);

  /** For a number that is joined to another number, as in {@code 10/325mg}. */
  private static final List<AmountParser> ONLY_STRENGTH = List.of(STRENGTH);

  private final Map<AmountKind, List<PrintedAmount>> amounts = new EnumMap<>(AmountKind.class);

  private RequestAmounts() {
    for (AmountKind kind : AmountKind.values()) {
      amounts.put(kind, new ArrayList<>(2));
    }
  }

  private static Map<String, List<AmountParser>> byWord(
      Function<AmountParser, Set<String>> wordsOf, List<AmountParser> always) {
    Map<String, List<AmountParser>> parsers = new HashMap<>();
    for (AmountParser parser : IN_ORDER) {
      for (String word : wordsOf.apply(parser)) {
        parsers.computeIfAbsent(word, w -> new ArrayList<>()).add(parser);
      }
    }
    parsers.values().forEach(parsersOfWord -> parsersOfWord.addAll(always));
    return parsers;
  }

  public static RequestAmounts of(Tokens tokens) {
    RequestAmounts amounts = new RequestAmounts();
    int at = 0;
    while (at < tokens.size()) {
      at += amounts.add(tokens, at);
    }
    return amounts;
  }

  public List<PrintedAmount> of(AmountKind kind) {
    return List.copyOf(amounts.get(kind));
  }

  /** Adds the amounts at a token; returns the number of tokens consumed, at least 1. */
  private int add(Tokens tokens, int index) {
    Optional<AmountMatch> match = parse(tokens, index);
    if (match.isEmpty()) {
      return 1;
    }
    for (ParsedAmount parsed : match.get().amounts()) {
      Objects.requireNonNull(amounts.get(parsed.kind())).add(parsed.amount());
    }
    return match.get().length();
  }

  private static Optional<AmountMatch> parse(Tokens tokens, int index) {
    Optional<NumberRange> number = NumberRange.parse(tokens, index);
    return number.isPresent()
        ? parseAtNumber(tokens, index, number.get())
        : parseAtWord(tokens, index);
  }

  private static Optional<AmountMatch> parseAtWord(Tokens tokens, int index) {
    for (AmountParser parser : BY_FIRST_WORD.getOrDefault(tokens.get(index), List.of())) {
      Optional<AmountMatch> match = parser.parseAtWord(tokens, index);
      if (match.isPresent()) {
        return match;
      }
    }
    return Optional.empty();
  }

  private static Optional<AmountMatch> parseAtNumber(Tokens tokens, int index, NumberRange number) {
    for (AmountParser parser : parsersBefore(tokens, index + number.length())) {
      Optional<AmountMatch> match = parser.parseAtNumber(tokens, index, number);
      if (match.isPresent()) {
        return match;
      }
    }
    return Optional.empty();
  }

  /** The parsers that can match a number followed by the token: most numbers are not amounts. */
  private static List<AmountParser> parsersBefore(Tokens tokens, int next) {
    if (NumberRange.startsAt(tokens, next)) {
      return tokens.isLinkedBy(next - 1, "/-") ? ONLY_STRENGTH : List.of();
    }
    return BY_NEXT_WORD.getOrDefault(tokens.get(next), ONLY_SESSION);
  }
}
