package org.openimr.runtime.http.access;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Limits the requests per second of each client; after a pause, twice as many are accepted at once.
 * The number of clients is bounded, because only authenticated ones are limited.
 */
public final class RateLimiter {
  private static final double BURST_SECONDS = 2;

  /** Even at a rate of one per second, one more request is allowed by then. */
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final long perSecond;
  private final LongSupplier nanoTime;
  private final Map<String, Allowance> allowances = new ConcurrentHashMap<>();

  /**
   * The remaining allowance of a client.
   *
   * @param requests that it may send at once
   * @param nanos time of the last request
   * @param rejected whether the last request exceeded the allowance
   */
  private record Allowance(double requests, long nanos, boolean rejected) {}

  /**
   * @param perSecond 0 for no limit
   */
  public RateLimiter(long perSecond, LongSupplier nanoTime) {
    this.perSecond = perSecond;
    this.nanoTime = nanoTime;
  }

  /** Counts a request; returns the time to wait if it exceeds the limit. */
  public Optional<Duration> tryAcquire(String client) {
    if (perSecond <= 0) {
      return Optional.empty();
    }
    return allowances.compute(client, (name, before) -> next(before)).rejected()
        ? Optional.of(RETRY_AFTER)
        : Optional.empty();
  }

  /** Refills the allowance for the time since the last request and takes one request from it. */
  private Allowance next(Allowance before) {
    long now = nanoTime.getAsLong();
    double max = BURST_SECONDS * perSecond;
    double filled =
        before == null
            ? max
            : Math.min(max, before.requests() + (now - before.nanos()) / 1e9 * perSecond);
    return filled >= 1 ? new Allowance(filled - 1, now, false) : new Allowance(filled, now, true);
  }
}
