package org.openimr.ingest;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.openimr.ingest.extract.Limits;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.source.DirectorySettings;
import org.openimr.ingest.source.DirectorySource;
import org.openimr.ingest.source.HttpSource;
import org.openimr.ingest.source.KafkaLetterProducer;
import org.openimr.ingest.source.LetterProducer;
import org.openimr.ingest.topology.IngestMetrics;
import org.openimr.ingest.topology.IngestStreams;
import org.openimr.ingest.topology.IngestTopology;
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The whole service: entrances, extraction, Streams; on its own or in someone else's process. */
public final class IngestService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IngestService.class);

  /** Between a failure of a Streams thread and the next attempt. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Duration CLOSING = Duration.ofMillis(2500);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private final PrometheusMeterRegistry metrics =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private KafkaStreams streams;
  private HttpSource http;
  private Optional<DirectorySource> directory = Optional.empty();

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
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  /** The folder that letters are taken from, if one was set. */
  public Optional<DirectorySource> directory() {
    return directory;
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
    new JvmMemoryMetrics().bindTo(metrics);
    openStreams(settings);
    LetterProducer producer =
        KafkaLetterProducer.to(settings.kafka(), IngestSettings.delivery(settings));
    parts.push(producer);
    Optional<DirectorySettings> folder = IngestSettings.directory(settings);
    if (folder.isPresent()) {
      openDirectory(folder.get(), producer);
    }
    http =
        HttpSource.open(
            settings.text(IngestSettings.HTTP_ADDRESS),
            (int) settings.number(IngestSettings.HTTP_PORT),
            producer,
            IngestSettings.httpLimits(settings),
            IngestSettings.delivery(settings),
            metrics,
            () -> Map.of("streams", isReady()));
    parts.push(http);
  }

  private void openStreams(Settings settings) {
    Limits limits = IngestSettings.limits(settings);
    int threads = (int) settings.number(IngestSettings.THREADS);
    TextExtractor extractor = TextExtractor.isolated(limits, threads);
    parts.push(extractor);
    streams =
        new KafkaStreams(
            IngestTopology.of(
                extractor,
                EventSerdes.of(settings.registry()).serializer(),
                Topic.MAX_RECORD_BYTES,
                new IngestMetrics(metrics)),
            IngestStreams.settings(
                settings, IngestSettings.state(settings), threads, limits.time()));
    streams.setUncaughtExceptionHandler(IngestService::again);
    KafkaStreamsMetrics streamsMetrics = new KafkaStreamsMetrics(streams);
    streamsMetrics.bindTo(metrics);
    parts.push(streamsMetrics);
    parts.push(() -> streams.close(CLOSING));
    streams.start();
  }

  private void openDirectory(DirectorySettings folder, LetterProducer producer) throws IOException {
    DirectorySource source = DirectorySource.open(folder, producer, metrics);
    directory = Optional.of(source);
    parts.push(source);
    Thread.ofPlatform().daemon().name("imr-directory").start(() -> watch(source));
  }

  private static void watch(DirectorySource source) {
    try {
      source.watch();
    } catch (IOException e) {
      LOG.error("the folder is no longer watched: {}", e.getClass().getSimpleName());
    }
  }

  /** Nothing is lost by it: what was not committed is read again. */
  private static StreamThreadExceptionResponse again(Throwable failure) {
    // its message may quote a record
    LOG.error("a Streams thread failed and is replaced: {}", causes(failure));
    LockSupport.parkNanos(PAUSE.toNanos());
    return StreamThreadExceptionResponse.REPLACE_THREAD;
  }

  private static String causes(Throwable failure) {
    StringBuilder causes = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      causes.append(causes.isEmpty() ? "" : " < ").append(cause.getClass().getName());
    }
    return causes.toString();
  }
}
