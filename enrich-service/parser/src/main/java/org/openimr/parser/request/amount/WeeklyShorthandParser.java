package org.openimr.parser.request.amount;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openimr.parser.request.amount.AmountMatch.ParsedAmount;
import org.openimr.parser.request.text.NumberRange;
import org.openimr.parser.request.text.Tokens;

/**
 * The shorthand {@code 2x6} or {@code 2 times 6}, which by convention means twice a week for six
 * weeks. It is parsed as a frequency and a duration whose units are not printed; {@code 2x6 weeks}
 * prints the unit of the duration.
 */
final class WeeklyShorthandParser implements AmountParser {
  private static final int DAYS_PER_WEEK = 7;
  private static final int WEEKS_PER_YEAR = 52;

  /** Words after the numbers that make them a size or a count of pieces. */
  private static final Set<String> SIZES =
      Set.of("x", "inch", "in", "cm", "mm", "gauze", "dressing", "pad", "ft", "foot", "mg");

  @Override
  public Set<String> wordsAfterNumber() {
    return Set.of("x", "time");
  }

  @Override
  public Optional<AmountMatch> parseAtNumber(Tokens tokens, int index, NumberRange number) {
    String between = tokens.get(index + 1);
    if (!between.equals("x") && !between.equals("time")) {
      return Optional.empty();
    }
    return NumberRange.parseNumber(tokens, index)
        .filter(times -> times.length() == 1 && times.low() <= DAYS_PER_WEEK)
        .flatMap(times -> weeks(tokens, index).map(weeks -> match(tokens, index, times, weeks)));
  }

  private static Optional<NumberRange> weeks(Tokens tokens, int index) {
    return NumberRange.parseNumber(tokens, index + 2)
        .filter(weeks -> weeks.length() == 1 && weeks.low() <= WEEKS_PER_YEAR)
        .filter(weeks -> isOpenOrWeeks(tokens.get(index + 3)));
  }

  private static boolean isOpenOrWeeks(String unit) {
    return !SIZES.contains(unit) && UnitNames.period(unit).orElse("week").equals("week");
  }

  private static AmountMatch match(Tokens tokens, int index, NumberRange times, NumberRange weeks) {
    boolean printed = UnitNames.period(tokens.get(index + 3)).filter("week"::equals).isPresent();
    int length = printed ? 4 : 3;
    String text = tokens.printed(index, index + length - 1);
    PrintedAmount frequency = new PrintedAmount(text, times.low(), times.low(), "time/week", false);
    PrintedAmount duration = new PrintedAmount(text, weeks.low(), weeks.low(), "week", printed);
    return new AmountMatch(
        List.of(
            new ParsedAmount(AmountKind.FREQUENCY, frequency),
            new ParsedAmount(AmountKind.DURATION, duration)),
        length);
  }
}
