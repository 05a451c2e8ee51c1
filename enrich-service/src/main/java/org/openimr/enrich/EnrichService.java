package org.openimr.enrich;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.openimr.enrich.topology.DeterminationMaker;
import org.openimr.enrich.topology.EnrichTopology;
import org.openimr.schemas.Setting;
import org.openimr.schemas.Settings;
import org.openimr.schemas.StreamsDefaults;
import org.openimr.schemas.ledger.OutcomeLedger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The enrich service: texts of letters in, determinations out. */
public final class EnrichService implements AutoCloseable {
  public static final Setting THREADS = Setting.of("enrich.threads", "2", "stream threads, from 1");
  public static final Setting STATE =
      Setting.of("enrich.state.dir", "/var/lib/imr/enrich", "folder for local state");
  public static final Setting GROUP =
      Setting.of("enrich.application.id", "imr-enrich", "consumer group and name of inner topics");
  public static final List<Setting> SETTINGS = List.of(THREADS, STATE, GROUP);

  private static final Logger LOG = LoggerFactory.getLogger(EnrichService.class);
  private static final Duration STOP = Duration.ofSeconds(4);
  private static final long PAUSE_MILLIS = 1000;

  private final KafkaStreams streams;
  private final CountDownLatch closing = new CountDownLatch(1);

  private EnrichService(KafkaStreams streams) {
    this.streams = streams;
  }

  /** Starts the service; it runs until it is closed. */
  public static EnrichService start(Settings settings, DeterminationMaker maker) {
    KafkaStreams streams =
        new KafkaStreams(
            EnrichTopology.of(settings.registry(), maker),
            StreamsDefaults.of(
                settings, settings.text(GROUP), settings.text(STATE), settings.number(THREADS)));
    EnrichService service = new EnrichService(streams);
    streams.setUncaughtExceptionHandler(service::again);
    streams.start();
    return service;
  }

  /** Runs until the process is told to stop. */
  public static void main(String[] arguments) throws InterruptedException {
    Settings settings = Settings.of(SETTINGS, Settings.environment(System.getenv()));
    LOG.info("settings {}", settings);
    EnrichService service = start(settings, DeterminationMaker.standard());
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  service.close();
                  stopped.countDown();
                },
                "stop"));
    stopped.await();
  }

  /** Whether all tasks are at work. */
  public boolean ready() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  /** Settings and metrics of Kafka Streams, for whoever exports them. */
  public KafkaStreams streams() {
    return streams;
  }

  /** What became of the letters of this instance's partitions; empty while tasks are moving. */
  public Ledger ledger() {
    try {
      ReadOnlyKeyValueStore<Integer, OutcomeLedger> rows =
          streams.store(
              StoreQueryParameters.fromNameAndType(
                  OutcomeLedger.STORE, QueryableStoreTypes.keyValueStore()));
      Ledger sum = Ledger.EMPTY;
      try (KeyValueIterator<Integer, OutcomeLedger> all = rows.all()) {
        while (all.hasNext()) {
          sum = sum.plus(Ledger.of(all.next().value));
        }
      }
      return sum;
    } catch (InvalidStateStoreException e) {
      return Ledger.EMPTY;
    }
  }

  @Override
  public void close() {
    closing.countDown();
    streams.close(STOP);
  }

  /** A thread that failed rolled its transaction back: another takes the same letters again. */
  private StreamThreadExceptionResponse again(Throwable failure) {
    LOG.error("a stream thread ended and is replaced: {}", kinds(failure));
    try {
      boolean stopping = closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      return stopping
          ? StreamThreadExceptionResponse.SHUTDOWN_CLIENT
          : StreamThreadExceptionResponse.REPLACE_THREAD;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
  }

  /** The classes of a failure and its causes: messages could hold text of a letter. */
  private static String kinds(Throwable failure) {
    StringBuilder kinds = new StringBuilder(failure.getClass().getName());
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      kinds.append(" < ").append(cause.getClass().getName());
    }
    return kinds.toString();
  }
}
