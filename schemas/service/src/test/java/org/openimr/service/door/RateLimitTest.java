package org.openimr.service.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private long now = 0;
  private final RateLimit limit = new RateLimit(2, () -> now);

  @Test
  void twoSecondsWorthMayComeAtOnceAndThenSoManyASecond() {
    for (int i = 0; i < 4; i++) {
      assertThat(limit.take("a")).isEmpty();
    }
    assertThat(limit.take("a")).contains(Duration.ofSeconds(1));

    now += Duration.ofSeconds(1).toNanos();

    assertThat(limit.take("a")).isEmpty();
    assertThat(limit.take("a")).isEmpty();
    assertThat(limit.take("a")).isPresent();
  }

  @Test
  void whoKeepsComingTooOftenStillGetsItsShare() {
    int taken = 0;
    for (int i = 0; i < 100; i++) {
      now += Duration.ofMillis(100).toNanos();
      taken += limit.take("a").isEmpty() ? 1 : 0;
    }

    assertThat(taken).isBetween(20, 24);
  }

  @Test
  void zeroIsNoLimit() {
    RateLimit none = new RateLimit(0, () -> now);

    for (int i = 0; i < 1000; i++) {
      assertThat(none.take("a")).isEmpty();
    }
  }
}
