package org.openimr.sink.monitor;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.Settings;
import org.openimr.schemas.StreamsDefaults;
import org.openimr.schemas.Topic;
import org.openimr.sink.monitor.flow.LiveFigures;
import org.openimr.sink.monitor.flow.TopicOffsets;
import org.openimr.sink.monitor.page.ClinicalTextAccess;
import org.openimr.sink.monitor.page.PageServer;
import org.openimr.sink.monitor.statistics.StatisticsTopology;
import org.openimr.sink.monitor.statistics.StatisticsView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The monitor: statistics of outcomes, and the live page. */
public final class MonitorService implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MonitorService.class);
  private static final Duration STOP = Duration.ofSeconds(4);
  private static final long PAUSE_MILLIS = 1000;

  private final KafkaStreams streams;
  private final Admin admin;
  private final LiveFigures figures;
  private final PageServer page;
  private final CountDownLatch closing;

  private MonitorService(
      KafkaStreams streams,
      Admin admin,
      LiveFigures figures,
      PageServer page,
      CountDownLatch closing) {
    this.streams = streams;
    this.admin = admin;
    this.figures = figures;
    this.page = page;
    this.closing = closing;
  }

  /**
   * Starts the monitor; it runs until it is closed.
   *
   * @throws IllegalArgumentException if a setting is not what it should be
   */
  public static MonitorService start(Settings settings) {
    ClinicalTextAccess access =
        ClinicalTextAccess.of(settings.text(MonitorSettings.CLINICAL_TEXT_KEY));
    KafkaStreams streams =
        new KafkaStreams(StatisticsTopology.of(settings.registry()), properties(settings));
    CountDownLatch closing = new CountDownLatch(1);
    streams.setUncaughtExceptionHandler(failure -> again(failure, closing));
    StatisticsView view = StatisticsView.of(streams, EventSerdes.of(settings.registry()));
    Admin admin = Admin.create(Map.copyOf(settings.kafka()));
    LiveFigures figures = new LiveFigures(view, new TopicOffsets(admin, readers(settings)));
    try {
      PageServer page =
          PageServer.open(
              settings.text(MonitorSettings.HTTP_ADDRESS),
              Math.toIntExact(settings.number(MonitorSettings.HTTP_PORT)),
              List.of(settings.text(MonitorSettings.HTTP_HOSTS).split(",")),
              view,
              figures,
              access);
      streams.start();
      figures.start();
      return new MonitorService(streams, admin, figures, page, closing);
    } catch (RuntimeException e) {
      admin.close();
      streams.close();
      throw e;
    }
  }

  /** Runs until the process is told to stop. */
  public static void main(String[] arguments) throws InterruptedException {
    Settings settings = Settings.of(MonitorSettings.ALL, Settings.environment(System.getenv()));
    LOG.info("settings {}", settings);
    MonitorService service = start(settings);
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

  /** Where the page is. */
  public int port() {
    return page.port();
  }

  /** Whether all partitions are at work, so that figures are whole. */
  public boolean isReady() {
    return streams.state() == KafkaStreams.State.RUNNING;
  }

  /** Settings and metrics of Kafka Streams, for whoever exports them. */
  public KafkaStreams streams() {
    return streams;
  }

  @Override
  public void close() {
    closing.countDown();
    figures.close();
    page.close();
    streams.close(STOP);
    admin.close(STOP);
  }

  private static Properties properties(Settings settings) {
    Properties properties =
        StreamsDefaults.of(
            settings,
            settings.text(MonitorSettings.GROUP),
            settings.text(MonitorSettings.STATE),
            settings.number(MonitorSettings.THREADS));
    properties.put("num.standby.replicas", settings.text(MonitorSettings.STANDBYS));
    return properties;
  }

  private static Map<TopicOffsets.Stage, TopicOffsets.Reader> readers(Settings settings) {
    return Map.of(
        TopicOffsets.Stage.INGEST,
        new TopicOffsets.Reader(settings.text(MonitorSettings.INGEST_GROUP), Topic.LETTERS_RAW),
        TopicOffsets.Stage.ENRICH,
        new TopicOffsets.Reader(settings.text(MonitorSettings.ENRICH_GROUP), Topic.LETTERS),
        TopicOffsets.Stage.MONITOR,
        new TopicOffsets.Reader(settings.text(MonitorSettings.GROUP), Topic.DETERMINATIONS));
  }

  /** A thread that failed rolled its transaction back: another takes the same records again. */
  private static StreamThreadExceptionResponse again(Throwable failure, CountDownLatch closing) {
    LOG.error("a stream thread ended and is replaced: {}", failure.getClass().getName());
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
