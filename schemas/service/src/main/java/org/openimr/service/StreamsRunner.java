package org.openimr.service;

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
import org.openimr.service.log.LogKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Streams application that outlives its failures: a thread that failed rolled its transaction
 * back, and another takes the same records again a second later.
 */
public final class StreamsRunner implements Supplier<Finding>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);
  private static final long PAUSE_MILLIS = 1000;
  private static final String REPLACED = "imr.streams.threads.replaced";
  private static final String SET_BACK = "imr.clock.set.back";

  /** Kafka's name for what makes an instance the same one after a restart. */
  private static final String INSTANCE = "group.instance.id";

  /** A thread that failed so shortly ago will rather fail again. */
  private static final Duration DOUBT = Duration.ofSeconds(5);

  private static final Duration REMOVAL = Duration.ofSeconds(20);
  private static final Finding ASSIGNING = Finding.down("partitions are being assigned");
  private static final Duration CLOSING = Duration.ofSeconds(4);

  private final KafkaStreams streams;
  private final boolean isStatic;
  private final MeterRegistry metrics;
  private final KafkaStreamsMetrics streamsMetrics;
  private final Restoration restoration = new Restoration();
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile long doubtedUntil = System.nanoTime();
  private volatile String lastFailure = "";
  private Optional<ClockWatch> clock = Optional.empty();

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
   * @param metrics get those of Streams, {@value #REPLACED} and {@value #SET_BACK}
   */
  public static StreamsRunner of(Topology topology, Properties settings, MeterRegistry metrics) {
    StreamsRunner runner =
        new StreamsRunner(
            new KafkaStreams(topology, settings), settings.containsKey(INSTANCE), metrics);
    // seen from the start, so that the first one is a change
    List.of(REPLACED, SET_BACK).forEach(metrics::counter);
    runner.streams.setUncaughtExceptionHandler(runner::again);
    runner.streams.setGlobalStateRestoreListener(runner.restoration);
    runner.streams.setStateListener(
        (now, before) -> {
          switch (now) {
            case RUNNING -> runner.restoration.working();
            case REBALANCING -> runner.restoration.moving();
            default -> {}
          }
        });
    runner.streamsMetrics.bindTo(metrics);
    return runner;
  }

  /** Starts it. The brokers need not be there yet. */
  public StreamsRunner start() {
    streams.start();
    clock = Optional.of(ClockWatch.start(this::renewThreads));
    return this;
  }

  /** For queries of its stores. */
  public KafkaStreams streams() {
    return streams;
  }

  /** Whether it has its partitions, runs, and has not just failed. */
  public boolean isRunning() {
    return get().works();
  }

  /** Whether it is at work; if not, what it is about. */
  @Override
  public Finding get() {
    return switch (streams.state()) {
      case CREATED -> Finding.down("starting");
      case REBALANCING ->
          restoration.progress().map(Finding::down).or(this::failed).orElse(ASSIGNING);
      case RUNNING -> isInDoubt() ? failed().orElse(Finding.UP) : recovered();
      case PENDING_SHUTDOWN, NOT_RUNNING -> Finding.down("stopping");
      case PENDING_ERROR, ERROR -> Finding.down("Streams ended: " + lastFailure);
    };
  }

  private boolean isInDoubt() {
    return System.nanoTime() - doubtedUntil < 0;
  }

  private Finding recovered() {
    lastFailure = "";
    return Finding.UP;
  }

  private Optional<Finding> failed() {
    return Optional.of(lastFailure)
        .filter(kinds -> !kinds.isEmpty())
        .map(kinds -> Finding.down("a stream thread failed and was replaced: " + kinds));
  }

  /**
   * Ends it, in four seconds at most; others get its partitions at once. Where the settings give
   * the instance a {@value #INSTANCE}, it keeps them for as long as the session lasts, for it will
   * be back with the same state.
   */
  @Override
  public void close() {
    closing.countDown();
    clock.ifPresent(ClockWatch::close);
    streamsMetrics.close();
    streams.close(
        CloseOptions.timeout(CLOSING)
            .withGroupMembershipOperation(
                isStatic
                    ? CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP
                    : CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
  }

  /** New threads take over, and the old ones commit and go: they count by a clock that is gone. */
  private void renewThreads() {
    metrics.counter(SET_BACK).increment();
    int threads = streams.metadataForLocalThreads().size();
    for (int i = 0; i < threads; i++) {
      streams.addStreamThread();
    }
    for (int i = 0; i < threads; i++) {
      streams.removeStreamThread(REMOVAL);
    }
  }

  private StreamThreadExceptionResponse again(Throwable failure) {
    lastFailure = Failures.kinds(failure);
    doubtedUntil = System.nanoTime() + DOUBT.toNanos();
    metrics.counter(REPLACED).increment();
    LOG.atError()
        .addKeyValue(LogKey.ERROR.key(), lastFailure)
        .log("a stream thread failed and is replaced: {}", lastFailure);
    try {
      return closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)
          ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
          : StreamThreadExceptionResponse.REPLACE_THREAD;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
  }
}
