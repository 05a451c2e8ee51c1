package org.openimr.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthMonitorTest {
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private volatile HealthStatus broker = HealthStatus.UP;
  private volatile HealthStatus registry = HealthStatus.UP;

  @Test
  void itIsNotReadyBeforeItHasLooked() {
    assertThat(new HealthReport(new java.util.TreeMap<>()).isReady()).isFalse();
  }

  @Test
  void whatIsDownIsNamedWithTheReasonAndTheTime() {
    try (HealthMonitor health = watch()) {
      await().until(() -> health.latest().isReady());
      broker = HealthStatus.down("broker not reachable");
      await().until(() -> !health.latest().isReady());

      HealthReport.ComponentHealth part = health.latest().components().get("broker");
      assertThat(health.latest().toJson())
          .contains(
              "\"broker\":{\"status\":\"DOWN\",\"reason\":\"broker not reachable\",\"since\":\""
                  + part.since());
      assertThat(gauge("broker")).isZero();
      assertThat(gauge("registry")).isOne();
    }
  }

  @Test
  void theTimeStaysWhileOnlyTheReasonChanges() {
    try (HealthMonitor health = watch()) {
      await().until(() -> health.latest().isReady());
      broker = HealthStatus.down("2 of 12 stores restoring, 9 records to go");
      await().until(() -> !health.latest().isReady());
      HealthReport.ComponentHealth before = health.latest().components().get("broker");
      broker = HealthStatus.down("1 of 12 stores restoring, 3 records to go");
      await().until(() -> health.latest().components().get("broker").status().equals(broker));

      assertThat(health.latest().components().get("broker").since()).isEqualTo(before.since());
    }
  }

  @Test
  void whatIsDegradedDoesNotStopTheRest() {
    registry = HealthStatus.degraded("registry not reachable");
    try (HealthMonitor health = watch()) {
      await().until(() -> health.latest().isReady());

      assertThat(health.latest().state()).isEqualTo(HealthStatus.State.DEGRADED);
      assertThat(gauge("registry")).isEqualTo(0.5);
    }
  }

  @Test
  void aCheckThatFailsIsDownByItsClassAlone() {
    Map<String, java.util.function.Supplier<HealthStatus>> checks =
        Map.of(
            "broker",
            () -> {
              throw new IllegalStateException("text of a letter");
            });
    try (HealthMonitor health = HealthMonitor.start("test", checks, metrics)) {
      await().until(() -> health.latest().toJson().contains("the check failed"));

      assertThat(health.latest().toJson())
          .contains("java.lang.IllegalStateException")
          .doesNotContain("text of a letter");
    }
  }

  private HealthMonitor watch() {
    return HealthMonitor.start(
        "test", Map.of("broker", () -> broker, "registry", () -> registry), metrics);
  }

  private double gauge(String check) {
    return metrics.get("imr.health").tag("check", check).gauge().value();
  }
}
