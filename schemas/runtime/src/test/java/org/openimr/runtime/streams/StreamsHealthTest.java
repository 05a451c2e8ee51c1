package org.openimr.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openimr.runtime.health.HealthStatus;

class StreamsHealthTest {
  private static final String FAILURE = "java.lang.IllegalStateException";

  private long now = 42;
  private final StreamsHealth health = new StreamsHealth(() -> now);

  @Test
  void isUpWhileRunning() {
    assertThat(status(State.RUNNING)).isEqualTo(HealthStatus.UP);
  }

  @Test
  void reportsRestoreProgressWhileRebalancing() {
    assertThat(health.status(State.REBALANCING, Optional.of("1 of 2 stores restoring")))
        .isEqualTo(HealthStatus.down("1 of 2 stores restoring"));
    assertThat(status(State.REBALANCING).reason()).isEqualTo("partitions are being assigned");
  }

  @Test
  void isDownForSecondsAfterFailure() {
    health.threadFailed(FAILURE);

    assertThat(status(State.RUNNING).reason())
        .isEqualTo("a stream thread failed and was replaced: " + FAILURE);
    pass(Duration.ofSeconds(5));
    assertThat(status(State.RUNNING)).isEqualTo(HealthStatus.UP);
  }

  @ParameterizedTest
  @EnumSource(names = {"PENDING_ERROR", "ERROR"})
  void healthCheckKeepsReasonOfFailure(State ended) {
    health.threadFailed(FAILURE);
    pass(Duration.ofSeconds(5));

    status(State.RUNNING);

    assertThat(status(ended).reason()).isEqualTo("Streams ended: " + FAILURE);
  }

  @Test
  void failureIsOvercomeAfterRunning() {
    health.threadFailed(FAILURE);
    health.leftRunning();
    assertThat(status(State.REBALANCING).reason()).contains(FAILURE);
    pass(Duration.ofSeconds(5));

    health.leftRunning();

    assertThat(status(State.REBALANCING).reason()).doesNotContain(FAILURE);
  }

  private HealthStatus status(State state) {
    return health.status(state, Optional.empty());
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
