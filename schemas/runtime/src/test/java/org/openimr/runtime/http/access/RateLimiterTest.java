package org.openimr.runtime.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
  private long now = 0;
  private final RateLimiter limit = new RateLimiter(2, () -> now);

  @Test
  void allowsBurstOfTwoSecondsThenRate() {
    for (int i = 0; i < 4; i++) {
      assertThat(limit.tryAcquire("a")).isEmpty();
    }
    assertThat(limit.tryAcquire("a")).contains(Duration.ofSeconds(1));

    now += Duration.ofSeconds(1).toNanos();

    assertThat(limit.tryAcquire("a")).isEmpty();
    assertThat(limit.tryAcquire("a")).isEmpty();
    assertThat(limit.tryAcquire("a")).isPresent();
  }

  @Test
  void clientAboveRateStillGetsRate() {
    int taken = 0;
    for (int i = 0; i < 100; i++) {
      now += Duration.ofMillis(100).toNanos();
      taken += limit.tryAcquire("a").isEmpty() ? 1 : 0;
    }

    assertThat(taken).isBetween(20, 24);
  }

  @Test
  void zeroDisablesLimit() {
    RateLimiter none = new RateLimiter(0, () -> now);

    for (int i = 0; i < 1000; i++) {
      assertThat(none.tryAcquire("a")).isEmpty();
    }
  }
}
