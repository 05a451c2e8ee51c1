package org.openimr.ingest;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openimr.ingest.source.directory.DirectorySettings;
import org.openimr.ingest.source.directory.DirectorySource;
import org.openimr.ingest.source.directory.DirectoryWatcher;
import org.openimr.ingest.source.http.HttpSource;
import org.openimr.ingest.source.producer.KafkaLetterProducer;
import org.openimr.ingest.source.producer.LetterProducer;
import org.openimr.ingest.topology.IngestStreamsConfig;
import org.openimr.runtime.bootstrap.ServiceBootstrap;
import org.openimr.runtime.bootstrap.ServiceMetrics;
import org.openimr.runtime.bootstrap.ServiceResources;
import org.openimr.runtime.health.BrokerHealthCheck;
import org.openimr.runtime.health.HealthMonitor;
import org.openimr.runtime.health.HealthStatus;
import org.openimr.runtime.health.RegistryHealthCheck;
import org.openimr.runtime.http.HttpListener;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;

/**
 * The ingest service: letter sources, text extraction and the Streams application. Runs as a
 * process of its own or embedded in another.
 */
public final class IngestService implements AutoCloseable {
  private static final List<Topic> TOPICS =
      List.of(Topic.LETTERS_RAW, Topic.LETTERS, Topic.DEAD_LETTERS, Topic.DEAD_LETTER_HEADS);

  private final ServiceResources resources;
  private final ExtractionStreams extraction;
  private final HttpSource http;
  private final Optional<DirectoryWatcher> directoryWatcher;

  private IngestService(ServiceResources resources, Settings settings) throws IOException {
    this.resources = resources;
    HttpListener listener = IngestSettings.HTTP_LISTENER.listener(settings);
    ServiceMetrics service = resources.register(new ServiceMetrics());
    PrometheusMeterRegistry metrics = service.registry();
    BrokerHealthCheck broker = resources.register(new BrokerHealthCheck(settings.kafka(), TOPICS));
    RegistryHealthCheck registry = resources.register(new RegistryHealthCheck(settings.registry()));
    Tracing tracing = resources.register(Tracing.of(settings, IngestStreamsConfig.APPLICATION_ID));
    extraction = resources.register(ExtractionStreams.start(settings, metrics, tracing));
    LetterProducer producer =
        resources.register(
            KafkaLetterProducer.create(
                settings.kafka(), IngestSettings.deliveryTimeout(settings), tracing));
    Optional<DirectorySettings> directory = IngestSettings.directory(settings);
    directoryWatcher =
        directory.isPresent()
            ? Optional.of(
                resources.register(DirectoryWatcher.start(directory.get(), producer, metrics)))
            : Optional.empty();
    Map<String, Supplier<HealthStatus>> checks = new HashMap<>();
    checks.put("broker", broker);
    checks.put("registry", registry);
    checks.put("streams", extraction.streams());
    directoryWatcher.ifPresent(watcher -> checks.put("directory", watcher));
    HealthMonitor health = resources.register(HealthMonitor.start("ingest", checks, metrics));
    http =
        resources.register(
            HttpSource.open(
                listener,
                producer,
                IngestSettings.httpLimits(settings),
                IngestSettings.deliveryTimeout(settings),
                metrics,
                health::latest));
  }

  /**
   * Runs the service until the process is asked to terminate.
   *
   * @param arguments {@code [FILE] [--KEY=VALUE ...]}: a file of settings, and flags
   */
  public static void main(String[] arguments) throws Exception {
    ServiceBootstrap.run("ingest", IngestSettings.ALL, arguments, IngestService::start);
  }

  /**
   * Starts the service. The broker and the registry need not be reachable yet.
   *
   * @param settings read with {@link IngestSettings#ALL}
   * @throws IOException if a directory or the port can't be used; everything started is closed then
   */
  public static IngestService start(Settings settings) throws IOException {
    ServiceResources resources = new ServiceResources();
    try {
      return new IngestService(resources, settings);
    } catch (IOException | RuntimeException e) {
      resources.close();
      throw e;
    }
  }

  /** Returns the HTTP port. */
  public int httpPort() {
    return http.port();
  }

  /** Whether letters are processed: the Streams application runs and has its partitions. */
  public boolean isReady() {
    return extraction.streams().isRunning();
  }

  /**
   * Returns the number of letters published in addition to one per received document, because
   * documents contain several letters; counts this instance's partitions, 0 during a rebalance.
   */
  public long additionalLetters() {
    return extraction.additionalLetters();
  }

  /** Returns the source that reads letters from a directory, if one is configured. */
  public Optional<DirectorySource> directory() {
    return directoryWatcher.map(DirectoryWatcher::source);
  }

  /** Closes all resources, sources first, within five seconds. */
  @Override
  public void close() {
    resources.close();
  }
}
