package org.openimr.runtime.streams;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.openimr.runtime.health.HealthStatus;

/** The health of a Streams application, from its state and the last failure of a stream thread. */
final class StreamsHealth {
  /** A thread that failed within this time is likely to fail again. */
  private static final Duration RECENT_FAILURE = Duration.ofSeconds(5);

  private static final HealthStatus ASSIGNING = HealthStatus.down("partitions are being assigned");

  private final LongSupplier nanoTime;
  private volatile Optional<ThreadFailure> lastFailure = Optional.empty();

  private record ThreadFailure(String classes, long nanos) {}

  StreamsHealth(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /**
   * Records that a stream thread failed.
   *
   * @param classes of the failure and its causes
   */
  void threadFailed(String classes) {
    lastFailure = Optional.of(new ThreadFailure(classes, nanoTime.getAsLong()));
  }

  /** Records that the application left {@code RUNNING}: earlier failures are overcome. */
  void leftRunning() {
    if (!hasFailedRecently()) {
      lastFailure = Optional.empty();
    }
  }

  /**
   * The health in a state.
   *
   * @param restoring progress of the stores that are being restored, if any
   */
  HealthStatus status(KafkaStreams.State state, Optional<String> restoring) {
    return switch (state) {
      case CREATED -> HealthStatus.down("starting");
      case REBALANCING -> restoring.map(HealthStatus::down).or(this::failed).orElse(ASSIGNING);
      case RUNNING -> hasFailedRecently() ? failed().orElse(HealthStatus.UP) : HealthStatus.UP;
      case PENDING_SHUTDOWN, NOT_RUNNING -> HealthStatus.down("stopping");
      case PENDING_ERROR, ERROR ->
          HealthStatus.down(
              "Streams ended: "
                  + lastFailure.map(ThreadFailure::classes).orElse("unknown failure"));
    };
  }

  private boolean hasFailedRecently() {
    return lastFailure
        .filter(failure -> nanoTime.getAsLong() - failure.nanos() < RECENT_FAILURE.toNanos())
        .isPresent();
  }

  private Optional<HealthStatus> failed() {
    return lastFailure.map(
        failure ->
            HealthStatus.down("a stream thread failed and was replaced: " + failure.classes()));
  }
}
