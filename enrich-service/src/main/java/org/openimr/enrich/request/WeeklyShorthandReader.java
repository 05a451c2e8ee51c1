package org.openimr.enrich.request;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The shorthand {@code 2x6} or {@code 2 times 6}: by custom twice a week for six weeks. It is read
 * as a frequency and a duration whose units are not printed. {@code 2x6 weeks} prints the second.
 */
final class WeeklyShorthandReader implements MeasureReader {
  private static final int DAYS_OF_WEEK = 7;
  private static final int WEEKS_OF_YEAR = 52;

  /** Behind the numbers these make them a size or a count of pieces. */
  private static final Set<String> SIZES =
      Set.of("x", "inch", "in", "cm", "mm", "gauze", "dressing", "pad", "ft", "foot", "mg");

  @Override
  public Set<String> wordsBehindNumber() {
    return Set.of("x", "time");
  }

  @Override
  public Optional<Reading> at(Words words, int index) {
    String between = words.foldedAt(index + 1);
    if (!between.equals("x") && !between.equals("time")) {
      return Optional.empty();
    }
    return Amount.numberAt(words, index)
        .filter(times -> times.length() == 1 && times.low() <= DAYS_OF_WEEK)
        .flatMap(times -> weeks(words, index).map(weeks -> reading(words, index, times, weeks)));
  }

  private static Optional<Amount> weeks(Words words, int index) {
    return Amount.numberAt(words, index + 2)
        .filter(weeks -> weeks.length() == 1 && weeks.low() <= WEEKS_OF_YEAR)
        .filter(weeks -> isOpenOrWeeks(words.foldedAt(index + 3)));
  }

  private static boolean isOpenOrWeeks(String unit) {
    return !SIZES.contains(unit) && Units.period(unit).orElse("week").equals("week");
  }

  private static Reading reading(Words words, int index, Amount times, Amount weeks) {
    boolean printed = Units.period(words.foldedAt(index + 3)).filter("week"::equals).isPresent();
    int length = printed ? 4 : 3;
    String text = words.printed(index, index + length - 1);
    Measure frequency = new Measure(text, times.low(), times.low(), "time/week", false);
    Measure duration = new Measure(text, weeks.low(), weeks.low(), "week", printed);
    return new Reading(
        List.of(new Found(Kind.FREQUENCY, frequency), new Found(Kind.DURATION, duration)), length);
  }
}
