package org.openimr.parser.request.amount;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.parser.request.text.NumberRange;
import org.openimr.parser.request.text.Tokens;

/**
 * The shorthand {@code 2x6} or {@code 2 times 6}: by custom twice a week for six weeks. It is read
 * as a frequency and a duration whose units are not printed. {@code 2x6 weeks} prints the second.
 */
final class WeeklyShorthandParser implements AmountParser {
  private static final int DAYS_OF_WEEK = 7;
  private static final int WEEKS_OF_YEAR = 52;

  /** Behind the numbers these make them a size or a count of pieces. */
  private static final Set<String> SIZES =
      Set.of("x", "inch", "in", "cm", "mm", "gauze", "dressing", "pad", "ft", "foot", "mg");

  @Override
  public Set<String> wordsAfterNumber() {
    return Set.of("x", "time");
  }

  @Override
  public Optional<Match> parse(Tokens words, int index) {
    String between = words.foldedAt(index + 1);
    if (!between.equals("x") && !between.equals("time")) {
      return Optional.empty();
    }
    return NumberRange.parseNumber(words, index)
        .filter(times -> times.length() == 1 && times.low() <= DAYS_OF_WEEK)
        .flatMap(times -> weeks(words, index).map(weeks -> reading(words, index, times, weeks)));
  }

  private static Optional<NumberRange> weeks(Tokens words, int index) {
    return NumberRange.parseNumber(words, index + 2)
        .filter(weeks -> weeks.length() == 1 && weeks.low() <= WEEKS_OF_YEAR)
        .filter(weeks -> isOpenOrWeeks(words.foldedAt(index + 3)));
  }

  private static boolean isOpenOrWeeks(String unit) {
    return !SIZES.contains(unit) && UnitNames.period(unit).orElse("week").equals("week");
  }

  private static Match reading(Tokens words, int index, NumberRange times, NumberRange weeks) {
    boolean printed =
        UnitNames.period(words.foldedAt(index + 3)).filter("week"::equals).isPresent();
    int length = printed ? 4 : 3;
    String text = words.printed(index, index + length - 1);
    PrintedAmount frequency = new PrintedAmount(text, times.low(), times.low(), "time/week", false);
    PrintedAmount duration = new PrintedAmount(text, weeks.low(), weeks.low(), "week", printed);
    return new Match(
        List.of(new Found(Kind.FREQUENCY, frequency), new Found(Kind.DURATION, duration)), length);
  }
}
