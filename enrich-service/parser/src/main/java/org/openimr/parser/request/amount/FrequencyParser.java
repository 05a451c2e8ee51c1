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
 * {@code every 4-6 hrs}, {@code BID}. Intervals have the unit {@code hour interval} and so on.
 */
final class FrequencyParser implements AmountParser {
  private static final Map<String, Integer> TIMES = Map.of("once", 1, "twice", 2, "thrice", 3);

  /** Prescribers' Latin, times a day. */
  private static final Map<String, Integer> A_DAY =
      Map.of("bid", 2, "tid", 3, "qid", 4, "qd", 1, "qhs", 1);

  /** Words besides numbers that a frequency may start with. */
  private static final Set<String> STARTS =
      Set.of(
          "once",
          "twice",
          "thrice",
          "bid",
          "tid",
          "qid",
          "qd",
          "qhs",
          "q",
          "every",
          "daily",
          "weekly",
          "monthly",
          "yearly",
          "annually");

  private static final Set<String> PER = Set.of("a", "an", "per", "each", "every");

  /** What is counted besides times, in one spelling. */
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
    return STARTS;
  }

  @Override
  public Set<String> wordsAfterNumber() {
    return Stream.of(COUNTED.keySet(), PER, UnitNames.PERIODS.keySet())
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<Match> parse(Tokens words, int index) {
    if (words.isNumber(index)) {
      return counted(words, index);
    }
    String word = words.foldedAt(index);
    if (word.equals("every") || word.equals("q")) {
      Optional<Match> interval = interval(words, index);
      return interval.isPresent() ? interval : everyPeriod(words, index);
    }
    Integer aDay = A_DAY.get(word);
    if (aDay != null) {
      return Optional.of(reading(words, index, 1, times(aDay, 1), "time/day"));
    }
    Optional<Match> counted = counted(words, index);
    return counted.isPresent() ? counted : everyPeriod(words, index);
  }

  /** {@code every 4-6 hrs}, {@code q6h}. */
  private static Optional<Match> interval(Tokens words, int index) {
    return NumberRange.parse(words, index + 1)
        .flatMap(
            amount ->
                UnitNames.period(words.foldedAt(index + 1 + amount.length()))
                    .map(
                        period ->
                            reading(
                                words, index, amount.length() + 2, amount, period + " interval")));
  }

  /** A number, what is counted, and the period it is counted in. */
  private static Optional<Match> counted(Tokens words, int index) {
    return times(words, index).flatMap(amount -> countedIn(words, index, amount));
  }

  private static Optional<NumberRange> times(Tokens words, int index) {
    return words.isNumber(index)
        ? NumberRange.parse(words, index)
        : Optional.ofNullable(TIMES.get(words.foldedAt(index)))
            .map(times -> times(times, 1))
            .or(() -> NumberRange.parse(words, index));
  }

  private static Optional<Match> countedIn(Tokens words, int index, NumberRange amount) {
    int behind = index + amount.length();
    String noun = COUNTED.get(words.foldedAt(behind));
    int periodAt = noun == null ? behind : behind + 1;
    String unit = (noun == null ? "time" : noun) + "/";
    return periodWords(words, periodAt, noun != null || TIMES.containsKey(words.foldedAt(index)))
        .map(period -> reading(words, index, period.end() - index, amount, unit + period.name()));
  }

  private record Period(String name, int end) {}

  /** {@code a week}, {@code per week}, {@code /week}, {@code weekly}. */
  private static Optional<Period> periodWords(Tokens words, int at, boolean adverbs) {
    if (adverbs && UnitNames.adverb(words.foldedAt(at)).isPresent()) {
      return UnitNames.adverb(words.foldedAt(at)).map(name -> new Period(name, at + 1));
    }
    int name = PER.contains(words.foldedAt(at)) ? at + 1 : at;
    boolean slash = words.isLinkedBy(at - 1, "/");
    return name > at || slash || isTimesWeek(words, at)
        ? UnitNames.period(words.foldedAt(name)).map(period -> new Period(period, name + 1))
        : Optional.empty();
  }

  /** {@code 3x week}: the word between is left out. */
  private static boolean isTimesWeek(Tokens words, int at) {
    String before = words.foldedAt(at - 1);
    return (before.equals("x") || before.equals("time"))
        && UnitNames.period(words.foldedAt(at)).filter("week"::equals).isPresent();
  }

  /** {@code daily} alone, {@code every day}. */
  private static Optional<Match> everyPeriod(Tokens words, int index) {
    if (words.foldedAt(index).equals("every")) {
      return UnitNames.period(words.foldedAt(index + 1))
          .map(period -> reading(words, index, 2, times(1, 1), "time/" + period));
    }
    return UnitNames.adverb(words.foldedAt(index))
        .map(period -> reading(words, index, 1, times(1, 1), "time/" + period));
  }

  private static NumberRange times(int times, int length) {
    return new NumberRange(times, times, length);
  }

  private static Match reading(
      Tokens words, int index, int length, NumberRange amount, String unit) {
    return Match.of(Kind.FREQUENCY, words, index, length, amount, unit);
  }
}
