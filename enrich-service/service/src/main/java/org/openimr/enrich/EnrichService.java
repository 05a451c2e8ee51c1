package org.openimr.enrich;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.openimr.enrich.topology.BoundedRocksDbConfig;
import org.openimr.enrich.topology.EnrichMetrics;
import org.openimr.enrich.topology.EnrichTopology;
import org.openimr.enrich.topology.LetterInterpreter;
import org.openimr.runtime.bootstrap.ServiceBootstrap;
import org.openimr.runtime.bootstrap.ServiceMetrics;
import org.openimr.runtime.bootstrap.ServiceResources;
import org.openimr.runtime.health.BrokerHealthCheck;
import org.openimr.runtime.health.HealthMonitor;
import org.openimr.runtime.health.RegistryHealthCheck;
import org.openimr.runtime.http.HttpServer;
import org.openimr.runtime.log.LogConfiguration;
import org.openimr.runtime.streams.RejectedRecordHandler;
import org.openimr.runtime.streams.StreamsDefaults;
import org.openimr.runtime.streams.StreamsRunner;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.ledger.OutcomeLedger;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/** The enrich service: texts of letters in, determinations out. */
public final class EnrichService implements AutoCloseable {
  public static final Setting THREADS = Setting.of("enrich.threads", "2", "stream threads, from 1");
  public static final Setting STATE =
      Setting.of("enrich.state.dir", "/var/lib/imr/enrich", "folder for local state");
  public static final Setting GROUP =
      Setting.of("enrich.application.id", "imr-enrich", "consumer group and name of inner topics");
  public static final Setting HTTP_ADDRESS =
      Setting.of("enrich.http.address", "127.0.0.1", "address of health and metrics");
  public static final Setting HTTP_PORT =
      Setting.of("enrich.http.port", "8084", "port of health and metrics; 0 for any that is free");
  public static final List<Setting> SETTINGS =
      List.of(
          LogConfiguration.FORMAT,
          Tracing.ENDPOINT,
          Tracing.HEADERS,
          Tracing.SAMPLING_RATIO,
          THREADS,
          STATE,
          GROUP,
          HTTP_ADDRESS,
          HTTP_PORT);

  private static final List<Topic> TOPICS =
      List.of(
          Topic.LETTERS,
          Topic.GUIDELINES,
          Topic.CASE_HEADERS,
          Topic.CLINICAL_SUMMARIES,
          Topic.ITEM_DECISIONS,
          Topic.DETERMINATIONS,
          Topic.DEAD_LETTERS,
          Topic.DEAD_LETTER_HEADS);

  private final ServiceResources parts = new ServiceResources();
  private StreamsRunner streams;
  private HttpServer http;

  private EnrichService() {}

  /** Starts the service; it runs until it is closed. The broker need not be there yet. */
  public static EnrichService start(Settings settings, LetterInterpreter maker) {
    EnrichService service = new EnrichService();
    try {
      service.open(settings, maker);
      return service;
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
  }

  /**
   * Runs the service until the process is asked to terminate.
   *
   * @param arguments {@code [FILE] [--KEY=VALUE ...]}: a file of settings, and flags
   */
  public static void main(String[] arguments) throws Exception {
    ServiceBootstrap.run(
        "enrich", SETTINGS, arguments, settings -> start(settings, LetterInterpreter.standard()));
  }

  /** Whether all tasks are at work. */
  public boolean isReady() {
    return streams.isRunning();
  }

  /** Where health and metrics are. */
  public int httpPort() {
    return http.port();
  }

  /** What became of the letters of this instance's partitions; empty while tasks are moving. */
  public LetterCounts letterCounts() {
    try {
      ReadOnlyKeyValueStore<Integer, OutcomeLedger> rows =
          streams
              .streams()
              .store(
                  StoreQueryParameters.fromNameAndType(
                      OutcomeLedger.STORE, QueryableStoreTypes.keyValueStore()));
      LetterCounts sum = LetterCounts.EMPTY;
      try (KeyValueIterator<Integer, OutcomeLedger> all = rows.all()) {
        while (all.hasNext()) {
          sum = sum.plus(LetterCounts.of(all.next().value));
        }
      }
      return sum;
    } catch (InvalidStateStoreException e) {
      return LetterCounts.EMPTY;
    }
  }

  /** Closes all parts, in less than five seconds. */
  @Override
  public void close() {
    parts.close();
  }

  private void open(Settings settings, LetterInterpreter maker) {
    ServiceMetrics metrics = parts.register(new ServiceMetrics());
    BrokerHealthCheck broker = parts.register(new BrokerHealthCheck(settings.kafka(), TOPICS));
    RegistryHealthCheck registry = parts.register(new RegistryHealthCheck(settings.registry()));
    RejectedRecords refusals = new RejectedRecords();
    Tracing tracing = parts.register(Tracing.of(settings, settings.text(GROUP)));
    Properties properties = streamsSettings(settings, refusals);
    tracing.addTo(properties);
    streams =
        parts.register(
            StreamsRunner.of(
                EnrichTopology.of(
                    settings.registry(),
                    maker,
                    refusals,
                    new EnrichMetrics(metrics.registry()),
                    tracing),
                properties,
                metrics.registry()));
    HealthMonitor health =
        parts.register(
            HealthMonitor.start(
                "enrich",
                Map.of("broker", broker, "registry", registry, "streams", streams),
                metrics.registry()));
    http =
        parts.register(
            HttpServer.open(
                settings.text(HTTP_ADDRESS),
                settings.intNumber(HTTP_PORT),
                health::latest,
                metrics.registry(),
                config -> {}));
    streams.start();
  }

  private static Properties streamsSettings(Settings settings, RejectedRecords refusals) {
    Properties streams =
        StreamsDefaults.of(
            settings, settings.text(GROUP), settings.text(STATE), settings.number(THREADS));
    // of a backlog; what comes in just now is committed at once, by LowLatencyCommit
    streams.putIfAbsent("commit.interval.ms", "1000");
    streams.putIfAbsent("rocksdb.config.setter", BoundedRocksDbConfig.class.getName());
    RejectedRecordHandler.addTo(streams, refusals);
    return streams;
  }
}
