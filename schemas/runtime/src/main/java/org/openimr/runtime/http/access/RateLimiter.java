package org.openimr.runtime.http.access;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How often each caller may come: so many requests a second, and twice as many at once after a
 * pause. Callers are those with keys or tokens, so that there are only so many.
 */
public final class RateLimiter {
  private static final double BURST_SECONDS = 2;

  /** At one request a second or more, there is one by then. */
  private static final Duration WAIT = Duration.ofSeconds(1);

  private final long perSecond;
  private final LongSupplier nanoTime;
  private final Map<String, Allowance> allowances = new ConcurrentHashMap<>();

  /**
   * What a caller has left.
   *
   * @param requests that it may send at once
   * @param at when that was so
   * @param refused whether the last one was one too many
   */
  private record Allowance(double requests, long at, boolean refused) {}

  /**
   * @param perSecond 0 for no limit
   */
  public RateLimiter(long perSecond, LongSupplier nanoTime) {
    this.perSecond = perSecond;
    this.nanoTime = nanoTime;
  }

  /** Counts a request; if it is one too many, how long its caller is to wait. */
  public Optional<Duration> tryAcquire(String caller) {
    if (perSecond <= 0) {
      return Optional.empty();
    }
    return allowances.compute(caller, (name, before) -> after(before)).refused()
        ? Optional.of(WAIT)
        : Optional.empty();
  }

  /** Filled up by the time that has passed, and one less if there is one. */
  private Allowance after(Allowance before) {
    long now = nanoTime.getAsLong();
    double most = BURST_SECONDS * perSecond;
    double filled =
        before == null
            ? most
            : Math.min(most, before.requests() + (now - before.at()) / 1e9 * perSecond);
    return filled >= 1 ? new Allowance(filled - 1, now, false) : new Allowance(filled, now, true);
  }
}
