package org.openimr.enrich.request;

import java.util.Optional;

/** Keeps the amount of the place that was asked for last. For the one thread that reads a text. */
final class LastAmount {
  private int place = -1;
  private Optional<Amount> amount = Optional.empty();

  Optional<Amount> at(Words words, int index) {
    if (index != place) {
      amount = Amount.read(words, index);
      place = index;
    }
    return amount;
  }
}
