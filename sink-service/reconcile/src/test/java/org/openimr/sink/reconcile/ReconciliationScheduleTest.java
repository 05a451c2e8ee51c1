package org.openimr.sink.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReconciliationScheduleTest {
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void lastResultIsThereAndMeasured() {
    Difference differing = Difference.ofCounts("letters", 7, 4, "letters");
    try (ReconciliationSchedule schedule = every(Duration.ofHours(1), differing)) {
      await().until(() -> schedule.last().isPresent());

      assertThat(schedule.last()).hasValue(Reports.with(differing));
      assertThat(gauge("imr.reconciliation.difference")).isEqualTo(3);
      assertThat(gauge("imr.reconciliation.in.flight")).isEqualTo(2);
      assertThat(gauge("imr.reconciliation.failed")).isZero();
    }
  }

  @Test
  void itGoesOnAfterAFailureAndSaysThatTheLastAttemptFailed() {
    try (ReconciliationSchedule schedule =
        ReconciliationSchedule.start(
            () -> {
              if (runs.incrementAndGet() > 1) {
                throw new IllegalStateException("made up");
              }
              return Reports.with();
            },
            Duration.ofMillis(50),
            metrics)) {
      await().until(schedule::hasFailed);
      await().until(() -> runs.get() > 2);

      assertThat(schedule.last()).isPresent();
      assertThat(gauge("imr.reconciliation.failed")).isEqualTo(1);
    }
  }

  private ReconciliationSchedule every(Duration every, Difference difference) {
    return ReconciliationSchedule.start(() -> Reports.with(difference), every, metrics);
  }

  private double gauge(String name) {
    return metrics.get(name).gauge().value();
  }
}
