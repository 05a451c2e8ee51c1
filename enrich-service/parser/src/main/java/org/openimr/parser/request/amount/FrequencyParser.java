package org.openimr.parser.request.amount;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openimr.parser.request.text.NumberRange;
import org.openimr.parser.request.text.Tokens;

/**
 * {@code three times a week}, {@code 3x/week}, {@code twice daily}, {@code 12 hours per day},
 * {@code every 4-6 hrs}, {@code BID}. The unit of an interval is {@code hour interval}, {@code day
 * interval} and so on.
 */
final class FrequencyParser implements AmountParser {
  private static final Map<String, Integer> ADVERBS = Map.of("once", 1, "twice", 2, "thrice", 3);

  /** Latin abbreviations of prescriptions, as times per day. */
  private static final Map<String, Integer> TIMES_PER_DAY =
      Map.of("bid", 2, "tid", 3, "qid", 4, "qd", 1, "qhs", 1);

  private static final Set<String> EVERY = Set.of("q", "every");

  private static final Set<String> PERIOD_ADVERBS =
      Set.of("daily", "weekly", "monthly", "yearly", "annually");

  private static final Set<String> PER = Set.of("a", "an", "per", "each", "every");

  /** What is counted per period, by spelling. */
  private static final Map<String, String> COUNTED =
      Map.of(
          "time", "time",
          "x", "time",
          "visit", "visit",
          "session", "session",
          "treatment", "treatment",
          "hour", "hour",
          "hr", "hour",
          "hrs", "hour",
          "day", "day");

  @Override
  public Set<String> firstWords() {
    return union(Stream.of(ADVERBS.keySet(), TIMES_PER_DAY.keySet(), EVERY, PERIOD_ADVERBS));
  }

  @Override
  public Set<String> wordsAfterNumber() {
    return union(Stream.of(COUNTED.keySet(), PER, UnitNames.PERIODS.keySet()));
  }

  private static Set<String> union(Stream<Set<String>> sets) {
    return sets.flatMap(Set::stream).collect(Collectors.toSet());
  }

  @Override
  public Optional<AmountMatch> parseAtWord(Tokens tokens, int index) {
    String word = tokens.get(index);
    if (EVERY.contains(word)) {
      return interval(tokens, index).or(() -> everyPeriod(tokens, index));
    }
    Integer perDay = TIMES_PER_DAY.get(word);
    if (perDay != null) {
      return Optional.of(match(tokens, index, 1, times(perDay), "time/day"));
    }
    Integer times = ADVERBS.get(word);
    return times == null ? adverb(tokens, index) : counted(tokens, index, times(times), true);
  }

  @Override
  public Optional<AmountMatch> parseAtNumber(Tokens tokens, int index, NumberRange number) {
    return counted(tokens, index, number, false);
  }

  /** {@code every 4-6 hrs}, {@code q6h}. */
  private static Optional<AmountMatch> interval(Tokens tokens, int index) {
    return NumberRange.parse(tokens, index + 1).flatMap(number -> interval(tokens, index, number));
  }

  private static Optional<AmountMatch> interval(Tokens tokens, int index, NumberRange number) {
    return UnitNames.period(tokens.get(index + 1 + number.length()))
        .map(period -> match(tokens, index, number.length() + 2, number, period + " interval"));
  }

  /** {@code every day}. */
  private static Optional<AmountMatch> everyPeriod(Tokens tokens, int index) {
    return tokens.get(index).equals("every")
        ? UnitNames.period(tokens.get(index + 1))
            .map(period -> match(tokens, index, 2, times(1), "time/" + period))
        : Optional.empty();
  }

  /** {@code daily} without a number. */
  private static Optional<AmountMatch> adverb(Tokens tokens, int index) {
    return UnitNames.adverb(tokens.get(index))
        .map(period -> match(tokens, index, 1, times(1), "time/" + period));
  }

  /** A number, the word for what is counted if one is printed, and the period. */
  private static Optional<AmountMatch> counted(
      Tokens tokens, int index, NumberRange number, boolean adverb) {
    int next = index + number.length();
    String noun = COUNTED.get(tokens.get(next));
    int periodAt = noun == null ? next : next + 1;
    String unit = (noun == null ? "time" : noun) + "/";
    return period(tokens, periodAt, adverb || noun != null)
        .map(period -> match(tokens, index, period.end() - index, number, unit + period.name()));
  }

  /**
   * A period and where its words end.
   *
   * @param end index just past the last word
   */
  private record Period(String name, int end) {}

  /**
   * {@code a week}, {@code per week}, {@code /week}, {@code weekly}.
   *
   * @param adverbs whether {@code weekly} counts as well
   */
  private static Optional<Period> period(Tokens tokens, int at, boolean adverbs) {
    Optional<String> adverb = adverbs ? UnitNames.adverb(tokens.get(at)) : Optional.empty();
    if (adverb.isPresent()) {
      return Optional.of(new Period(adverb.get(), at + 1));
    }
    int name = PER.contains(tokens.get(at)) ? at + 1 : at;
    boolean slash = tokens.isLinkedBy(at - 1, "/");
    return name > at || slash || isTimesWeek(tokens, at)
        ? UnitNames.period(tokens.get(name)).map(period -> new Period(period, name + 1))
        : Optional.empty();
  }

  /** {@code 3x week}, where the word for "per" is missing. */
  private static boolean isTimesWeek(Tokens tokens, int at) {
    String before = tokens.get(at - 1);
    return (before.equals("x") || before.equals("time"))
        && UnitNames.period(tokens.get(at)).filter("week"::equals).isPresent();
  }

  private static NumberRange times(int times) {
    return new NumberRange(times, times, 1);
  }

  private static AmountMatch match(
      Tokens tokens, int index, int length, NumberRange number, String unit) {
    return AmountMatch.of(AmountKind.FREQUENCY, tokens, index, length, number, unit);
  }
}
