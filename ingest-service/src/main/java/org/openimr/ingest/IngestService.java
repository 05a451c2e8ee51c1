package org.openimr.ingest;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.openimr.ingest.source.DirectorySettings;
import org.openimr.ingest.source.DirectorySource;
import org.openimr.ingest.source.HttpSource;
import org.openimr.ingest.source.KafkaLetterProducer;
import org.openimr.ingest.source.LetterProducer;
import org.openimr.ingest.topology.IngestStreams;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;
import org.openimr.service.BrokerCheck;
import org.openimr.service.Finding;
import org.openimr.service.Health;
import org.openimr.service.Parts;
import org.openimr.service.RegistryCheck;
import org.openimr.service.ServiceMetrics;
import org.openimr.service.ServiceProcess;
import org.openimr.service.door.Door;
import org.openimr.service.log.ServiceLog;
import org.openimr.service.trace.Tracing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole service: entrances, extraction, Streams; on its own or in someone else's process. */
public final class IngestService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);
  private static final List<Topic> TOPICS =
      List.of(Topic.LETTERS_RAW, Topic.LETTERS, Topic.DEAD_LETTERS, Topic.DEAD_LETTER_HEADS);

  private final Parts parts = new Parts();
  private ExtractionApp app;
  private HttpSource http;
  private Optional<FolderWatch> folder = Optional.empty();

  private IngestService() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, String> file =
        arguments.length == 0 ? Map.of() : Settings.file(Path.of(arguments[0]));
    Settings settings =
        Settings.of(IngestSettings.ALL, file, Settings.environment(System.getenv()));
    ServiceLog.open(settings, "ingest");
    LOG.info("settings {}", settings);
    ServiceProcess.run(() -> start(settings));
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
    return folder.map(FolderWatch::source);
  }

  /** Closes all parts, the entrances first, in less than five seconds. */
  @Override
  public void close() {
    parts.close();
  }

  private void open(Settings settings) throws IOException {
    Door door = IngestSettings.DOOR.door(settings);
    ServiceMetrics service = parts.opened(new ServiceMetrics());
    PrometheusMeterRegistry metrics = service.registry();
    BrokerCheck broker = parts.opened(new BrokerCheck(settings.kafka(), TOPICS));
    RegistryCheck registry = parts.opened(new RegistryCheck(settings.registry()));
    Tracing tracing = parts.opened(Tracing.of(settings, IngestStreams.APPLICATION_ID));
    app = parts.opened(ExtractionApp.start(settings, metrics, tracing));
    LetterProducer producer =
        parts.opened(
            KafkaLetterProducer.to(settings.kafka(), IngestSettings.delivery(settings), tracing));
    Optional<DirectorySettings> directory = IngestSettings.directory(settings);
    if (directory.isPresent()) {
      folder = Optional.of(parts.opened(FolderWatch.start(directory.get(), producer, metrics)));
    }
    Map<String, Supplier<Finding>> checks = new HashMap<>();
    checks.put("broker", broker);
    checks.put("registry", registry);
    checks.put("streams", app.streams());
    folder.ifPresent(watch -> checks.put("directory", watch));
    Health health = parts.opened(Health.watch("ingest", checks, metrics));
    http =
        parts.opened(
            HttpSource.open(
                door,
                producer,
                IngestSettings.httpLimits(settings),
                IngestSettings.delivery(settings),
                metrics,
                health::newest));
  }
}
