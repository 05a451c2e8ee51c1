package org.openimr.sink.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.openimr.sink.reconcile.report.Discrepancy;
import org.openimr.sink.reconcile.report.SampleReports;

class ReconciliationScheduleTest {
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final AtomicInteger runs = new AtomicInteger();

  @Test
  void exposesTheLastReportAsMetrics() {
    Discrepancy differing = Discrepancy.ofCounts("letters", 7, 4, "letters");
    try (ReconciliationSchedule schedule = every(Duration.ofHours(1), differing)) {
      await().until(() -> schedule.lastReport().isPresent());

      assertThat(schedule.lastReport()).hasValue(SampleReports.with(differing));
      assertThat(gauge("imr.reconciliation.difference")).isEqualTo(3);
      assertThat(gauge("imr.reconciliation.in.flight")).isEqualTo(2);
      assertThat(gauge("imr.reconciliation.failed")).isZero();
    }
  }

  @Test
  void continuesAfterAFailureAndReportsIt() {
    try (ReconciliationSchedule schedule =
        ReconciliationSchedule.start(
            () -> {
              if (runs.incrementAndGet() > 1) {
                throw new IllegalStateException("synthetic");
              }
              return SampleReports.with();
            },
            Duration.ofMillis(50),
            metrics)) {
      await().until(schedule::hasFailed);
      await().until(() -> runs.get() > 2);

      assertThat(schedule.lastReport()).isPresent();
      assertThat(gauge("imr.reconciliation.failed")).isEqualTo(1);
    }
  }

  private ReconciliationSchedule every(Duration every, Discrepancy difference) {
    return ReconciliationSchedule.start(() -> SampleReports.with(difference), every, metrics);
  }

  private double gauge(String name) {
    return metrics.get(name).gauge().value();
  }
}
