package org.openimr.enrich;

import java.util.List;
import java.util.Map;
import java.util.Properties;
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
import org.openimr.runtime.streams.LedgerRows;
import org.openimr.runtime.streams.RejectedRecordHandler;
import org.openimr.runtime.streams.StreamsDefaults;
import org.openimr.runtime.streams.StreamsRunner;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.ledger.OutcomeLedger;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/**
 * The enrich service: interprets the texts of letters and publishes determinations. Runs as a
 * process of its own or embedded in another.
 */
public final class EnrichService implements AutoCloseable {
  public static final Setting THREADS =
      Setting.of("enrich.threads", "2", "stream threads, at least 1");
  public static final Setting STATE_DIRECTORY =
      Setting.of("enrich.state.dir", ".imr/enrich", "directory for the state of Kafka Streams");
  public static final Setting APPLICATION_ID =
      Setting.of(
          "enrich.application.id", "imr-enrich", "consumer group and prefix of internal topics");
  public static final Setting HTTP_ADDRESS =
      Setting.of(
          "enrich.http.address",
          "127.0.0.1",
          "address to bind the HTTP server for health and metrics to");
  public static final Setting HTTP_PORT =
      Setting.of("enrich.http.port", "8084", "port of health and metrics; 0: any free port");
  public static final List<Setting> SETTINGS =
      List.of(
          LogConfiguration.FORMAT,
          Tracing.ENDPOINT,
          Tracing.HEADERS,
          Tracing.SAMPLING_RATIO,
          THREADS,
          STATE_DIRECTORY,
          APPLICATION_ID,
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

  private final ServiceResources resources;
  private final StreamsRunner streams;
  private final HttpServer http;

  private EnrichService(
      ServiceResources resources, Settings settings, LetterInterpreter interpreter) {
    this.resources = resources;
    ServiceMetrics metrics = resources.register(new ServiceMetrics());
    BrokerHealthCheck broker = resources.register(new BrokerHealthCheck(settings.kafka(), TOPICS));
    RegistryHealthCheck registry = resources.register(new RegistryHealthCheck(settings.registry()));
    RejectedRecords rejectedRecords = new RejectedRecords();
    Tracing tracing = resources.register(Tracing.of(settings, settings.text(APPLICATION_ID)));
    Properties properties = streamsConfig(settings, rejectedRecords);
    tracing.addTo(properties);
    streams =
        resources.register(
            StreamsRunner.of(
                EnrichTopology.of(
                    settings.registry(),
                    interpreter,
                    rejectedRecords,
                    new EnrichMetrics(metrics.registry()),
                    tracing),
                properties,
                metrics.registry()));
    HealthMonitor health =
        resources.register(
            HealthMonitor.start(
                "enrich",
                Map.of("broker", broker, "registry", registry, "streams", streams),
                metrics.registry()));
    http =
        resources.register(
            HttpServer.open(
                settings.text(HTTP_ADDRESS),
                settings.intNumber(HTTP_PORT),
                health::latest,
                metrics.registry(),
                config -> {}));
    streams.start();
  }

  /**
   * Starts the service, which runs until it is closed. The broker and the registry need not be
   * reachable yet.
   */
  public static EnrichService start(Settings settings, LetterInterpreter interpreter) {
    ServiceResources resources = new ServiceResources();
    try {
      return new EnrichService(resources, settings, interpreter);
    } catch (RuntimeException e) {
      resources.close();
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

  /** Whether the Streams application runs and has its partitions. */
  public boolean isReady() {
    return streams.isRunning();
  }

  /** Returns the HTTP port. */
  public int httpPort() {
    return http.port();
  }

  /** Counts the letters of this instance's partitions; empty during a rebalance. */
  public LetterCounts letterCounts() {
    return LedgerRows.<OutcomeLedger>of(streams.streams(), OutcomeLedger.STORE).stream()
        .map(LetterCounts::of)
        .reduce(LetterCounts.EMPTY, LetterCounts::plus);
  }

  /** Closes all resources within five seconds. */
  @Override
  public void close() {
    resources.close();
  }

  private static Properties streamsConfig(Settings settings, RejectedRecords rejectedRecords) {
    Properties streams =
        StreamsDefaults.of(
            settings,
            settings.text(APPLICATION_ID),
            settings.text(STATE_DIRECTORY),
            settings.number(THREADS));
    // applies to a backlog; LowLatencyCommit commits new letters immediately
    streams.putIfAbsent("commit.interval.ms", "1000");
    streams.putIfAbsent("rocksdb.config.setter", BoundedRocksDbConfig.class.getName());
    RejectedRecordHandler.addTo(streams, rejectedRecords);
    return streams;
  }
}
