package org.openimr.enrich.request;

import java.util.Optional;
import java.util.Set;

/** {@code for four weeks}, {@code x 6 wks}, {@code 14 days rental}; not {@code in four weeks}. */
final class DurationReader implements MeasureReader {
  /** In front of a stretch of time these say when, not how long. */
  private static final Set<String> WHEN = Set.of("in", "within", "every", "after", "q", "about");

  /** Behind a stretch of time these say when, or how a patch is worn. */
  private static final Set<String> OTHERWISE =
      Set.of("on", "off", "old", "ago", "post", "postop", "after", "from", "apart", "prior");

  @Override
  public Set<String> wordsBehindNumber() {
    return Units.PERIODS.keySet();
  }

  @Override
  public Optional<Reading> at(Words words, int index) {
    if (WHEN.contains(words.foldedAt(index - 1))) {
      return Optional.empty();
    }
    return Amount.at(words, index)
        .flatMap(
            amount -> {
              int unitAt = index + amount.length();
              return Units.period(words.foldedAt(unitAt))
                  .filter(unit -> !OTHERWISE.contains(words.foldedAt(unitAt + 1)))
                  .map(unit -> reading(words, index, amount, unit));
            });
  }

  private static Reading reading(Words words, int index, Amount amount, String unit) {
    return Reading.of(Kind.DURATION, words, index, amount.length() + 1, amount, unit);
  }
}
