package org.openimr.runtime.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.openimr.runtime.health.HealthStatus;
import org.openimr.runtime.log.LogField;
import org.openimr.runtime.log.SafeFailureText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Streams application that outlives its failures: a thread that failed rolled its transaction
 * back, and another takes the same records again a second later.
 */
public final class StreamsRunner implements Supplier<HealthStatus>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
  private static final long REPLACEMENT_DELAY_MILLIS = 1000;
  private static final String REPLACED = "imr.streams.threads.replaced";
  private static final String CLOCK_SET_BACK = "imr.clock.set.back";

  /** Kafka's name for what makes an instance the same one after a restart. */
  private static final String INSTANCE = "group.instance.id";

  /** A thread that failed so shortly ago will rather fail again. */
  private static final Duration RECENT_FAILURE = Duration.ofSeconds(5);

  private static final Duration REMOVAL_TIMEOUT = Duration.ofSeconds(20);
  private static final HealthStatus ASSIGNING = HealthStatus.down("partitions are being assigned");
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(4);

  private final KafkaStreams streams;
  private final boolean isStatic;
  private final MeterRegistry metrics;
  private final KafkaStreamsMetrics streamsMetrics;
  private final StateRestoreProgress restoration = new StateRestoreProgress();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile long doubtedUntil = System.nanoTime();
  private volatile String lastFailure = "";
  private Optional<ClockStepDetector> clock = Optional.empty();

  private StreamsRunner(KafkaStreams streams, boolean isStatic, MeterRegistry metrics) {
    this.streams = streams;
    this.isStatic = isStatic;
    this.metrics = metrics;
    this.streamsMetrics = new KafkaStreamsMetrics(streams);
  }

  /**
   * An application that is still to be started.
   *
   * @param settings of Streams
   * @param metrics get those of Streams, {@value #REPLACED} and {@value #CLOCK_SET_BACK}
   */
  public static StreamsRunner of(Topology topology, Properties settings, MeterRegistry metrics) {
    StreamsRunner runner =
        new StreamsRunner(
            new KafkaStreams(topology, settings), settings.containsKey(INSTANCE), metrics);
    // seen from the start, so that the first one is a change
    List.of(REPLACED, CLOCK_SET_BACK).forEach(metrics::counter);
    runner.streams.setUncaughtExceptionHandler(runner::replaceThread);
    runner.streams.setGlobalStateRestoreListener(runner.restoration);
    runner.streams.setStateListener(
        (now, before) -> {
          switch (now) {
            case RUNNING -> runner.restoration.running();
            case REBALANCING -> runner.restoration.rebalancing();
            default -> {}
          }
        });
    runner.streamsMetrics.bindTo(metrics);
    return runner;
  }

  /** Starts it. The brokers need not be there yet. */
  public StreamsRunner start() {
    streams.start();
    clock = Optional.of(ClockStepDetector.start(this::renewThreads));
    return this;
  }

  /** For queries of its stores. */
  public KafkaStreams streams() {
    return streams;
  }

  /** Whether it has its partitions, runs, and has not just failed. */
  public boolean isRunning() {
    return get().isOperational();
  }

  /** Whether it is at work; if not, what it is about. */
  @Override
  public HealthStatus get() {
    return switch (streams.state()) {
      case CREATED -> HealthStatus.down("starting");
      case REBALANCING ->
          restoration.progress().map(HealthStatus::down).or(this::failed).orElse(ASSIGNING);
      case RUNNING -> recentlyFailed() ? failed().orElse(HealthStatus.UP) : recovered();
      case PENDING_SHUTDOWN, NOT_RUNNING -> HealthStatus.down("stopping");
      case PENDING_ERROR, ERROR -> HealthStatus.down("Streams ended: " + lastFailure);
    };
  }

  private boolean recentlyFailed() {
    return System.nanoTime() - doubtedUntil < 0;
  }

  private HealthStatus recovered() {
    lastFailure = "";
    return HealthStatus.UP;
  }

  private Optional<HealthStatus> failed() {
    return Optional.of(lastFailure)
        .filter(kinds -> !kinds.isEmpty())
        .map(kinds -> HealthStatus.down("a stream thread failed and was replaced: " + kinds));
  }

  /**
   * Ends it, in four seconds at most; others get its partitions at once. Where the settings give
   * the instance a {@value #INSTANCE}, it keeps them for as long as the session lasts, for it will
   * be back with the same state.
   */
  @Override
  public void close() {
    closing.countDown();
    clock.ifPresent(ClockStepDetector::close);
    streamsMetrics.close();
    streams.close(
        CloseOptions.timeout(CLOSE_TIMEOUT)
            .withGroupMembershipOperation(
                isStatic
                    ? CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP
                    : CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
  }

  /** New threads take over, and the old ones commit and go: they count by a clock that is gone. */
  private void renewThreads() {
    metrics.counter(CLOCK_SET_BACK).increment();
    int threads = streams.metadataForLocalThreads().size();
    for (int i = 0; i < threads; i++) {
      streams.addStreamThread();
    }
    for (int i = 0; i < threads; i++) {
      streams.removeStreamThread(REMOVAL_TIMEOUT);
    }
  }

  private StreamThreadExceptionResponse replaceThread(Throwable failure) {
    lastFailure = SafeFailureText.classChain(failure);
    doubtedUntil = System.nanoTime() + RECENT_FAILURE.toNanos();
    metrics.counter(REPLACED).increment();
    LOG.atError()
        .addKeyValue(LogField.ERROR.key(), lastFailure)
        .log("a stream thread failed and is replaced: {}", lastFailure);
    try {
      return closing.await(REPLACEMENT_DELAY_MILLIS, TimeUnit.MILLISECONDS)
          ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
          : StreamThreadExceptionResponse.REPLACE_THREAD;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
  }
}
