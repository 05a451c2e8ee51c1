package org.openimr.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthTest {
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private volatile Finding broker = Finding.UP;
  private volatile Finding registry = Finding.UP;

  @Test
  void itIsNotReadyBeforeItHasLooked() {
    assertThat(new HealthReport(new java.util.TreeMap<>()).isReady()).isFalse();
  }

  @Test
  void whatIsDownIsNamedWithTheReasonAndTheTime() {
    try (Health health = watch()) {
      await().until(() -> health.newest().isReady());
      broker = Finding.down("broker not reachable");
      await().until(() -> !health.newest().isReady());

      HealthReport.Part part = health.newest().parts().get("broker");
      assertThat(health.newest().toJson())
          .contains(
              "\"broker\":{\"status\":\"DOWN\",\"reason\":\"broker not reachable\",\"since\":\""
                  + part.since());
      assertThat(gauge("broker")).isZero();
      assertThat(gauge("registry")).isOne();
    }
  }

  @Test
  void theTimeStaysWhileOnlyTheReasonChanges() {
    try (Health health = watch()) {
      await().until(() -> health.newest().isReady());
      broker = Finding.down("2 of 12 stores restoring, 9 records to go");
      await().until(() -> !health.newest().isReady());
      HealthReport.Part before = health.newest().parts().get("broker");
      broker = Finding.down("1 of 12 stores restoring, 3 records to go");
      await().until(() -> health.newest().parts().get("broker").finding().equals(broker));

      assertThat(health.newest().parts().get("broker").since()).isEqualTo(before.since());
    }
  }

  @Test
  void whatIsDegradedDoesNotStopTheRest() {
    registry = Finding.degraded("registry not reachable");
    try (Health health = watch()) {
      await().until(() -> health.newest().isReady());

      assertThat(health.newest().status()).isEqualTo(Finding.Status.DEGRADED);
      assertThat(gauge("registry")).isEqualTo(0.5);
    }
  }

  @Test
  void aCheckThatFailsIsDownByItsClassAlone() {
    Map<String, java.util.function.Supplier<Finding>> checks =
        Map.of(
            "broker",
            () -> {
              throw new IllegalStateException("text of a letter");
            });
    try (Health health = Health.watch("test", checks, metrics)) {
      await().until(() -> health.newest().toJson().contains("the check failed"));

      assertThat(health.newest().toJson())
          .contains("java.lang.IllegalStateException")
          .doesNotContain("text of a letter");
    }
  }

  private Health watch() {
    return Health.watch(
        "test", Map.of("broker", () -> broker, "registry", () -> registry), metrics);
  }

  private double gauge(String check) {
    return metrics.get("imr.health").tag("check", check).gauge().value();
  }
}
