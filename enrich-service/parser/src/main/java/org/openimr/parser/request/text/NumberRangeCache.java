package org.openimr.parser.request.text;

import java.util.Optional;

/** Keeps the amount of the place that was asked for last. For the one thread that reads a text. */
final class NumberRangeCache {
  private int place = -1;
  private Optional<NumberRange> amount = Optional.empty();

  Optional<NumberRange> get(Tokens words, int index) {
    if (index != place) {
      amount = NumberRange.parseUncached(words, index);
      place = index;
    }
    return amount;
  }
}
