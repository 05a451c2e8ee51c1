package org.openimr.ingest;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.openimr.ingest.source.DirectorySettings;
import org.openimr.ingest.source.DirectorySource;
import org.openimr.ingest.source.HttpSource;
import org.openimr.ingest.source.KafkaLetterProducer;
import org.openimr.ingest.source.LetterProducer;
import org.openimr.schemas.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole service: entrances, extraction, Streams; on its own or in someone else's process. */
public final class IngestService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private ExtractionApp app;
  private BrokerCheck broker;
  private HttpSource http;
  private Optional<FolderWatch> folder = Optional.empty();

  private IngestService() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, String> file =
        arguments.length == 0 ? Map.of() : Settings.file(Path.of(arguments[0]));
    IngestService service =
        start(Settings.of(IngestSettings.ALL, file, Settings.environment(System.getenv())));
    CountDownLatch end = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  service.close();
                  end.countDown();
                },
                "shutdown"));
    end.await();
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
    return app.isRunning();
  }

  /** The folder that letters are taken from, if one was set. */
  public Optional<DirectorySource> directory() {
    return folder.map(FolderWatch::source);
  }

  /** Closes all parts, the entrances first, in less than five seconds. */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.warn("a part did not close: {}", e.getClass().getSimpleName());
      }
    }
  }

  private void open(Settings settings) throws IOException {
    parts.push(metrics::close);
    JvmMemoryMetrics memory = new JvmMemoryMetrics();
    memory.bindTo(metrics);
    broker = opened(new BrokerCheck(settings.kafka()));
    app = opened(ExtractionApp.start(settings, metrics));
    LetterProducer producer =
        opened(KafkaLetterProducer.to(settings.kafka(), IngestSettings.delivery(settings)));
    Optional<DirectorySettings> directory = IngestSettings.directory(settings);
    if (directory.isPresent()) {
      folder = Optional.of(opened(FolderWatch.start(directory.get(), producer, metrics)));
    }
    http =
        opened(
            HttpSource.open(
                settings.text(IngestSettings.HTTP_ADDRESS),
                (int) settings.number(IngestSettings.HTTP_PORT),
                producer,
                IngestSettings.httpLimits(settings),
                IngestSettings.delivery(settings),
                metrics,
                this::checks));
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  private Map<String, Boolean> checks() {
    Map<String, Boolean> checks = new TreeMap<>();
    checks.put("broker", broker.answers());
    checks.put("streams", app.isRunning());
    folder.ifPresent(watch -> checks.put("directory", watch.isWorking()));
    return checks;
  }
}
