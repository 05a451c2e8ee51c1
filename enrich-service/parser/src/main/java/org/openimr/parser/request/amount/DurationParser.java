package org.openimr.parser.request.amount;

import java.util.Optional;
import java.util.Set;
import org.openimr.parser.request.text.NumberRange;
import org.openimr.parser.request.text.Tokens;

/** {@code for four weeks}, {@code x 6 wks}, {@code 14 days rental}; not {@code in four weeks}. */
final class DurationParser implements AmountParser {
  /** Words before a period of time that make it a point in time. */
  private static final Set<String> NOT_A_DURATION_AFTER =
      Set.of("in", "within", "every", "after", "q", "about");

  /** Words after a period of time that make it a point in time, or describe wearing a patch. */
  private static final Set<String> NOT_A_DURATION_BEFORE =
      Set.of("on", "off", "old", "ago", "post", "postop", "after", "from", "apart", "prior");

  @Override
  public Set<String> wordsAfterNumber() {
    return UnitNames.PERIODS.keySet();
  }

  @Override
  public Optional<AmountMatch> parseAtNumber(Tokens tokens, int index, NumberRange number) {
    int unitAt = index + number.length();
    if (NOT_A_DURATION_AFTER.contains(tokens.get(index - 1))
        || NOT_A_DURATION_BEFORE.contains(tokens.get(unitAt + 1))) {
      return Optional.empty();
    }
    return UnitNames.period(tokens.get(unitAt))
        .map(
            unit ->
                AmountMatch.of(
                    AmountKind.DURATION, tokens, index, number.length() + 1, number, unit));
  }
}
