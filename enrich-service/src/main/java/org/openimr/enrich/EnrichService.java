package org.openimr.enrich;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.openimr.enrich.topology.DeterminationMaker;
import org.openimr.enrich.topology.EnrichMetrics;
import org.openimr.enrich.topology.EnrichTopology;
import org.openimr.enrich.topology.StoreMemory;
import org.openimr.schemas.Refusals;
import org.openimr.schemas.Setting;
import org.openimr.schemas.Settings;
import org.openimr.schemas.StreamsDefaults;
import org.openimr.schemas.Topic;
import org.openimr.schemas.ledger.OutcomeLedger;
import org.openimr.service.BrokerCheck;
import org.openimr.service.Health;
import org.openimr.service.HttpServer;
import org.openimr.service.Parts;
import org.openimr.service.RefusedRecords;
import org.openimr.service.RegistryCheck;
import org.openimr.service.ServiceMetrics;
import org.openimr.service.ServiceProcess;
import org.openimr.service.StreamsRunner;
import org.openimr.service.log.ServiceLog;
import org.openimr.service.trace.Tracing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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
          ServiceLog.FORMAT,
          Tracing.ENDPOINT,
          Tracing.HEADERS,
          Tracing.SHARE,
          THREADS,
          STATE,
          GROUP,
          HTTP_ADDRESS,
          HTTP_PORT);

  private static final Logger LOG = LoggerFactory.getLogger(EnrichService.class);
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

  private final Parts parts = new Parts();
  private StreamsRunner streams;
  private HttpServer http;

  private EnrichService() {}

  /** Starts the service; it runs until it is closed. The broker need not be there yet. */
  public static EnrichService start(Settings settings, DeterminationMaker maker) {
    EnrichService service = new EnrichService();
    try {
      service.open(settings, maker);
      return service;
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
  }

  /** Runs until the process is told to stop. */
  public static void main(String[] arguments) throws Exception {
    Settings settings = Settings.of(SETTINGS, Settings.environment(System.getenv()));
    ServiceLog.open(settings, "enrich");
    LOG.info("settings {}", settings);
    ServiceProcess.run(() -> start(settings, DeterminationMaker.standard()));
  }

  /** Whether all tasks are at work. */
  public boolean ready() {
    return streams.isRunning();
  }

  /** Where health and metrics are. */
  public int httpPort() {
    return http.port();
  }

  /** What became of the letters of this instance's partitions; empty while tasks are moving. */
  public Ledger ledger() {
    try {
      ReadOnlyKeyValueStore<Integer, OutcomeLedger> rows =
          streams
              .streams()
              .store(
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

  /** Closes all parts, in less than five seconds. */
  @Override
  public void close() {
    parts.close();
  }

  private void open(Settings settings, DeterminationMaker maker) {
    ServiceMetrics metrics = parts.opened(new ServiceMetrics());
    BrokerCheck broker = parts.opened(new BrokerCheck(settings.kafka(), TOPICS));
    RegistryCheck registry = parts.opened(new RegistryCheck(settings.registry()));
    Refusals refusals = new Refusals();
    Tracing tracing = parts.opened(Tracing.of(settings, settings.text(GROUP)));
    Properties properties = streamsSettings(settings, refusals);
    tracing.addTo(properties);
    streams =
        parts.opened(
            StreamsRunner.of(
                EnrichTopology.of(
                    settings.registry(),
                    maker,
                    refusals,
                    new EnrichMetrics(metrics.registry()),
                    tracing),
                properties,
                metrics.registry()));
    Health health =
        parts.opened(
            Health.watch(
                "enrich",
                Map.of("broker", broker, "registry", registry, "streams", streams),
                metrics.registry()));
    http =
        parts.opened(
            HttpServer.open(
                settings.text(HTTP_ADDRESS),
                Math.toIntExact(settings.number(HTTP_PORT)),
                health::newest,
                metrics.registry(),
                config -> {}));
    streams.start();
  }

  private static Properties streamsSettings(Settings settings, Refusals refusals) {
    Properties streams =
        StreamsDefaults.of(
            settings, settings.text(GROUP), settings.text(STATE), settings.number(THREADS));
    // of a backlog; what comes in just now is committed at once, by PromptCommit
    streams.putIfAbsent("commit.interval.ms", "1000");
    streams.putIfAbsent("rocksdb.config.setter", StoreMemory.class.getName());
    RefusedRecords.addTo(streams, refusals);
    return streams;
  }
}
