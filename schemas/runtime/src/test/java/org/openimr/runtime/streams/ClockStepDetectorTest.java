package org.openimr.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClockStepDetectorTest {
  private final AtomicInteger detected = new AtomicInteger();
  private long wall = 1_800_000_000_000L;
  private long steady = 42;
  private final ClockStepDetector detector =
      new ClockStepDetector(() -> wall, () -> steady, detected::incrementAndGet);

  @Test
  void ignoresPassingTime() {
    pass(Duration.ofHours(3));
    detector.check();

    assertThat(detected).hasValue(0);
  }

  @Test
  void detectsEachStepBackOnce() {
    pass(Duration.ofSeconds(1));
    wall -= Duration.ofHours(2).toMillis();
    detector.check();
    pass(Duration.ofSeconds(1));
    detector.check();

    assertThat(detected).hasValue(1);
  }

  @Test
  void ignoresStepsForwardAndSmallSteps() {
    wall += Duration.ofHours(2).toMillis();
    detector.check();
    wall -= 1000;
    detector.check();

    assertThat(detected).hasValue(0);
  }

  @Test
  void keepsDetectingAfterErrorOfAction() {
    AtomicLong clock = new AtomicLong();
    AtomicInteger runs = new AtomicInteger();
    Runnable failing =
        () -> {
          runs.incrementAndGet();
          throw new StackOverflowError();
        };

    try (ClockStepDetector started =
        new ClockStepDetector(() -> clock.addAndGet(-10_000), () -> 0, failing)) {
      started.start();
      await().until(() -> runs.get() >= 2);
    }
  }

  private void pass(Duration time) {
    wall += time.toMillis();
    steady += time.toNanos();
  }
}
