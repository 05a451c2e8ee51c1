package org.openimr.sink.webhook.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential delays with jitter: each is between half of the exponential delay and all of it, so
 * that clients that failed together do not retry together.
 *
 * <p>Used by the retries of one webhook and by the pauses of {@link DeliveryGate}, which says why
 * Failsafe's policies do not fit.
 *
 * @param initial first delay before jitter, above 0
 * @param factor growth per failure, from 1
 * @param max limit of the delay before jitter
 */
public record JitteredBackOff(Duration initial, double factor, Duration max) {
  /**
   * The delay after a failure.
   *
   * @param failures consecutive failures so far, from 1
   */
  Duration delayAfter(int failures, RandomGenerator random) {
    double exponential = initial.toMillis() * Math.pow(factor, failures - 1.0);
    double limited = Math.min(exponential, (double) max.toMillis());
    return Duration.ofMillis(Math.round(limited * (0.5 + random.nextDouble() / 2)));
  }
}
