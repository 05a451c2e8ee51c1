package org.openimr.parser.request.amount;

import java.util.Optional;
import java.util.Set;
import org.openimr.parser.request.text.NumberRange;
import org.openimr.parser.request.text.Tokens;

/** {@code for four weeks}, {@code x 6 wks}, {@code 14 days rental}; not {@code in four weeks}. */
final class DurationParser implements AmountParser {
  /** In front of a stretch of time these say when, not how long. */
  private static final Set<String> WHEN = Set.of("in", "within", "every", "after", "q", "about");

  /** Behind a stretch of time these say when, or how a patch is worn. */
  private static final Set<String> OTHERWISE =
      Set.of("on", "off", "old", "ago", "post", "postop", "after", "from", "apart", "prior");

  @Override
  public Set<String> wordsAfterNumber() {
    return UnitNames.PERIODS.keySet();
  }

  @Override
  public Optional<Match> parse(Tokens words, int index) {
    if (WHEN.contains(words.foldedAt(index - 1))) {
      return Optional.empty();
    }
    return NumberRange.parse(words, index)
        .flatMap(
            amount -> {
              int unitAt = index + amount.length();
              return UnitNames.period(words.foldedAt(unitAt))
                  .filter(unit -> !OTHERWISE.contains(words.foldedAt(unitAt + 1)))
                  .map(unit -> reading(words, index, amount, unit));
            });
  }

  private static Match reading(Tokens words, int index, NumberRange amount, String unit) {
    return Match.of(Kind.DURATION, words, index, amount.length() + 1, amount, unit);
  }
}
