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
 * A Streams application that survives failures: the transaction of a failed thread is rolled back,
 * and a new thread processes the same records again one second later.
 */
public final class StreamsRunner implements Supplier<HealthStatus>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
  private static final long REPLACEMENT_DELAY_MILLIS = 1000;
  private static final String REPLACED = "imr.streams.threads.replaced";
  private static final String CLOCK_SET_BACK = "imr.clock.set.back";

  /** Kafka's setting for static membership: the instance stays a member through a restart. */
  private static final String INSTANCE = "group.instance.id";

  private static final Duration REMOVAL_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(4);

  private final KafkaStreams streams;
  private final boolean isStatic;
  private final MeterRegistry metrics;
  private final KafkaStreamsMetrics streamsMetrics;
  private final StateRestoreProgress restoration = new StateRestoreProgress();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final StreamsHealth health = new StreamsHealth(System::nanoTime);
  private Optional<ClockStepDetector> clock = Optional.empty();

  private StreamsRunner(KafkaStreams streams, boolean isStatic, MeterRegistry metrics) {
    this.streams = streams;
    this.isStatic = isStatic;
    this.metrics = metrics;
    this.streamsMetrics = new KafkaStreamsMetrics(streams);
  }

  /**
   * Creates an application; {@link #start} starts it.
   *
   * @param settings of Streams
   * @param metrics registry for the metrics of Streams, {@value #REPLACED} and {@value
   *     #CLOCK_SET_BACK}
   */
  public static StreamsRunner of(Topology topology, Properties settings, MeterRegistry metrics) {
    StreamsRunner runner =
        new StreamsRunner(
            new KafkaStreams(topology, settings), settings.containsKey(INSTANCE), metrics);
    // registered before the first increment, which is a change then
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
          if (before == KafkaStreams.State.RUNNING && now == KafkaStreams.State.REBALANCING) {
            runner.health.leftRunning();
          }
        });
    runner.streamsMetrics.bindTo(metrics);
    return runner;
  }

  /** Starts the application; the brokers need not be reachable yet. */
  public StreamsRunner start() {
    streams.start();
    clock = Optional.of(ClockStepDetector.start(this::renewThreads));
    return this;
  }

  /** The client, for queries of its stores. */
  public KafkaStreams streams() {
    return streams;
  }

  /** Whether partitions are assigned and no thread failed recently. */
  public boolean isRunning() {
    return get().isOperational();
  }

  /** The health of the application, with the reason while it is down. */
  @Override
  public HealthStatus get() {
    return health.status(streams.state(), restoration.progress());
  }

  /**
   * Closes the application in at most four seconds and gives its partitions to other instances. An
   * instance with a {@value #INSTANCE} keeps its partitions until its session ends, because it will
   * return with the same state.
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

  /** Replaces all threads: the old ones would wait until the clock reaches its earlier time. */
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
    String classes = SafeFailureText.classChain(failure);
    health.threadFailed(classes);
    metrics.counter(REPLACED).increment();
    LOG.atError()
        .addKeyValue(LogField.ERROR.key(), classes)
        .log("a stream thread failed and is replaced: {}", classes);
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
