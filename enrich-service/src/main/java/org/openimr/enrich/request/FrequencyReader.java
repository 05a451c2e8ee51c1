package org.openimr.enrich.request;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code three times a week}, {@code 3x/week}, {@code twice daily}, {@code 12 hours per day},
 * {@code every 4-6 hrs}, {@code BID}. Intervals have the unit {@code hour interval} and so on.
 */
final class FrequencyReader implements MeasureReader {
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
  public Set<String> wordsBehindNumber() {
    return Stream.of(COUNTED.keySet(), PER, Units.PERIODS.keySet())
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
  }

  @Override
  public Optional<Reading> at(Words words, int index) {
    if (words.isNumber(index)) {
      return counted(words, index);
    }
    String word = words.foldedAt(index);
    if (word.equals("every") || word.equals("q")) {
      Optional<Reading> interval = interval(words, index);
      return interval.isPresent() ? interval : everyPeriod(words, index);
    }
    Integer aDay = A_DAY.get(word);
    if (aDay != null) {
      return Optional.of(reading(words, index, 1, times(aDay, 1), "time/day"));
    }
    Optional<Reading> counted = counted(words, index);
    return counted.isPresent() ? counted : everyPeriod(words, index);
  }

  /** {@code every 4-6 hrs}, {@code q6h}. */
  private static Optional<Reading> interval(Words words, int index) {
    return Amount.at(words, index + 1)
        .flatMap(
            amount ->
                Units.period(words.foldedAt(index + 1 + amount.length()))
                    .map(
                        period ->
                            reading(
                                words, index, amount.length() + 2, amount, period + " interval")));
  }

  /** A number, what is counted, and the period it is counted in. */
  private static Optional<Reading> counted(Words words, int index) {
    return times(words, index).flatMap(amount -> countedIn(words, index, amount));
  }

  private static Optional<Amount> times(Words words, int index) {
    return words.isNumber(index)
        ? Amount.at(words, index)
        : Optional.ofNullable(TIMES.get(words.foldedAt(index)))
            .map(times -> times(times, 1))
            .or(() -> Amount.at(words, index));
  }

  private static Optional<Reading> countedIn(Words words, int index, Amount amount) {
    int behind = index + amount.length();
    String noun = COUNTED.get(words.foldedAt(behind));
    int periodAt = noun == null ? behind : behind + 1;
    String unit = (noun == null ? "time" : noun) + "/";
    return periodWords(words, periodAt, noun != null || TIMES.containsKey(words.foldedAt(index)))
        .map(period -> reading(words, index, period.end() - index, amount, unit + period.name()));
  }

  private record Period(String name, int end) {}

  /** {@code a week}, {@code per week}, {@code /week}, {@code weekly}. */
  private static Optional<Period> periodWords(Words words, int at, boolean adverbs) {
    if (adverbs && Units.adverb(words.foldedAt(at)).isPresent()) {
      return Units.adverb(words.foldedAt(at)).map(name -> new Period(name, at + 1));
    }
    int name = PER.contains(words.foldedAt(at)) ? at + 1 : at;
    boolean slash = words.linkedBy(at - 1, "/");
    return name > at || slash || isTimesWeek(words, at)
        ? Units.period(words.foldedAt(name)).map(period -> new Period(period, name + 1))
        : Optional.empty();
  }

  /** {@code 3x week}: the word between is left out. */
  private static boolean isTimesWeek(Words words, int at) {
    String before = words.foldedAt(at - 1);
    return (before.equals("x") || before.equals("time"))
        && Units.period(words.foldedAt(at)).filter("week"::equals).isPresent();
  }

  /** {@code daily} alone, {@code every day}. */
  private static Optional<Reading> everyPeriod(Words words, int index) {
    if (words.foldedAt(index).equals("every")) {
      return Units.period(words.foldedAt(index + 1))
          .map(period -> reading(words, index, 2, times(1, 1), "time/" + period));
    }
    return Units.adverb(words.foldedAt(index))
        .map(period -> reading(words, index, 1, times(1, 1), "time/" + period));
  }

  private static Amount times(int times, int length) {
    return new Amount(times, times, length);
  }

  private static Reading reading(Words words, int index, int length, Amount amount, String unit) {
    return Reading.of(Kind.FREQUENCY, words, index, length, amount, unit);
  }
}
