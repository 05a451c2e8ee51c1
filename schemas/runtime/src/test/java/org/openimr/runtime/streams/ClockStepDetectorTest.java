package org.openimr.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClockStepDetectorTest {
  private final AtomicInteger noticed = new AtomicInteger();
  private long wall = 1_800_000_000_000L;
  private long steady = 42;
  private final ClockStepDetector watch =
      new ClockStepDetector(() -> wall, () -> steady, noticed::incrementAndGet);

  @Test
  void timeThatGoesOnIsNothing() {
    pass(Duration.ofHours(3));
    watch.check();

    assertThat(noticed).hasValue(0);
  }

  @Test
  void aClockThatIsSetBackIsNoticedOnce() {
    pass(Duration.ofSeconds(1));
    wall -= Duration.ofHours(2).toMillis();
    watch.check();
    pass(Duration.ofSeconds(1));
    watch.check();

    assertThat(noticed).hasValue(1);
  }

  @Test
  void aClockThatIsSetForwardOrByAWhiskerIsNothing() {
    wall += Duration.ofHours(2).toMillis();
    watch.check();
    wall -= 1000;
    watch.check();

    assertThat(noticed).hasValue(0);
  }

  private void pass(Duration time) {
    wall += time.toMillis();
    steady += time.toNanos();
  }
}
