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

/** The whole service: entrances, extraction, Streams; on its own or in someone else's process. */
public final class IngestService implements AutoCloseable {
  private static final List<Topic> TOPICS =
      List.of(Topic.LETTERS_RAW, Topic.LETTERS, Topic.DEAD_LETTERS, Topic.DEAD_LETTER_HEADS);

  private final ServiceResources parts = new ServiceResources();
  private ExtractionStreams app;
  private HttpSource http;
  private Optional<DirectoryWatcher> folder = Optional.empty();

  private IngestService() {}

  /**
   * Runs the service until the process is asked to terminate.
   *
   * @param arguments {@code [FILE] [--KEY=VALUE ...]}: a file of settings, and flags
   */
  public static void main(String[] arguments) throws Exception {
    ServiceBootstrap.run("ingest", IngestSettings.ALL, arguments, IngestService::start);
  }

  /**
   * Starts the service. The broker and the registry need not be there yet.
   *
   * @param settings read with {@link IngestSettings#ALL}
   * @throws IOException if a folder or the port can't be used; nothing runs then
   */
  public static IngestService start(Settings settings) throws IOException {
    IngestService service = new IngestService();
    try {
      service.open(settings);
      return service;
    } catch (IOException | RuntimeException e) {
      service.close();
      throw e;
    }
  }

  /** Where HTTP is to be had. */
  public int httpPort() {
    return http.port();
  }

  /** Whether letters flow: the Streams app has its partitions and runs. */
  public boolean isReady() {
    return app.streams().isRunning();
  }

  /** The folder that letters are taken from, if one was set. */
  public Optional<DirectorySource> directory() {
    return folder.map(DirectoryWatcher::source);
  }

  /** Closes all parts, the entrances first, in less than five seconds. */
  @Override
  public void close() {
    parts.close();
  }

  private void open(Settings settings) throws IOException {
    HttpListener door = IngestSettings.HTTP_LISTENER.listener(settings);
    ServiceMetrics service = parts.register(new ServiceMetrics());
    PrometheusMeterRegistry metrics = service.registry();
    BrokerHealthCheck broker = parts.register(new BrokerHealthCheck(settings.kafka(), TOPICS));
    RegistryHealthCheck registry = parts.register(new RegistryHealthCheck(settings.registry()));
    Tracing tracing = parts.register(Tracing.of(settings, IngestStreamsConfig.APPLICATION_ID));
    app = parts.register(ExtractionStreams.start(settings, metrics, tracing));
    LetterProducer producer =
        parts.register(
            KafkaLetterProducer.create(
                settings.kafka(), IngestSettings.deliveryTimeout(settings), tracing));
    Optional<DirectorySettings> directory = IngestSettings.directory(settings);
    if (directory.isPresent()) {
      folder =
          Optional.of(parts.register(DirectoryWatcher.start(directory.get(), producer, metrics)));
    }
    Map<String, Supplier<HealthStatus>> checks = new HashMap<>();
    checks.put("broker", broker);
    checks.put("registry", registry);
    checks.put("streams", app.streams());
    folder.ifPresent(watch -> checks.put("directory", watch));
    HealthMonitor health = parts.register(HealthMonitor.start("ingest", checks, metrics));
    http =
        parts.register(
            HttpSource.open(
                door,
                producer,
                IngestSettings.httpLimits(settings),
                IngestSettings.deliveryTimeout(settings),
                metrics,
                health::latest));
  }
}
