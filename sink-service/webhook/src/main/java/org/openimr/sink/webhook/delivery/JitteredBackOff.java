package org.openimr.sink.webhook.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Waiting times that grow by a factor, with jitter: each is between half and all of what the factor
 * gives, so that those who failed together don't come back together.
 *
 * @param first before jitter, above 0
 * @param factor from 1
 * @param longest before jitter
 */
public record JitteredBackOff(Duration initial, double factor, Duration max) {
  /** The wait after the n-th failure in a row, n from 1. */
  Duration delayAfter(int failures, RandomGenerator random) {
    double grown = initial.toMillis() * Math.pow(factor, failures - 1.0);
    double whole = Math.min(grown, max.toMillis());
    return Duration.ofMillis(Math.round(whole * (0.5 + random.nextDouble() / 2)));
  }
}
