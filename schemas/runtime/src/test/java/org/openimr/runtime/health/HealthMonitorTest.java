package org.openimr.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class HealthMonitorTest {
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private volatile HealthStatus broker = HealthStatus.UP;
  private volatile HealthStatus registry = HealthStatus.UP;

  @Test
  void isNotReadyBeforeFirstCheck() {
    assertThat(new HealthReport(new TreeMap<>()).isReady()).isFalse();
  }

  @Test
  void reportsFailedCheckWithReasonAndTime() {
    try (HealthMonitor health = start()) {
      await().until(() -> health.latest().isReady());
      broker = HealthStatus.down("broker not reachable");
      await().until(() -> !health.latest().isReady());

      HealthReport.ComponentHealth component = health.latest().components().get("broker");
      assertThat(health.latest().toJson())
          .contains(
              "\"broker\":{\"status\":\"DOWN\",\"reason\":\"broker not reachable\",\"since\":\""
                  + component.since());
      assertThat(gauge("broker")).isZero();
      assertThat(gauge("registry")).isOne();
    }
  }

  @Test
  void keepsTimeWhileOnlyReasonChanges() {
    try (HealthMonitor health = start()) {
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
  void staysReadyWhileDegraded() {
    registry = HealthStatus.degraded("registry not reachable");
    try (HealthMonitor health = start()) {
      await().until(() -> health.latest().isReady());

      assertThat(health.latest().state()).isEqualTo(HealthStatus.State.DEGRADED);
      assertThat(gauge("registry")).isEqualTo(0.5);
    }
  }

  @Test
  void reportsExceptionOfCheckByItsClass() {
    Map<String, Supplier<HealthStatus>> checks =
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

  @Test
  void keepsCheckingAfterError() {
    AtomicInteger runs = new AtomicInteger();
    Supplier<HealthStatus> check =
        () -> {
          if (runs.getAndIncrement() == 0) {
            throw new StackOverflowError();
          }
          return HealthStatus.UP;
        };

    try (HealthMonitor health = HealthMonitor.start("test", Map.of("broker", check), metrics)) {
      await().until(() -> health.latest().isReady());
    }
  }

  private HealthMonitor start() {
    return HealthMonitor.start(
        "test", Map.of("broker", () -> broker, "registry", () -> registry), metrics);
  }

  private double gauge(String check) {
    return metrics.get("imr.health").tag("check", check).gauge().value();
  }
}
