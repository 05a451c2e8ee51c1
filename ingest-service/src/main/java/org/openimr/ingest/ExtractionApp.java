package org.openimr.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.openimr.ingest.extract.Limits;
import org.openimr.ingest.extract.TextExtractor;
import org.openimr.ingest.topology.IngestMetrics;
import org.openimr.ingest.topology.IngestStreams;
import org.openimr.ingest.topology.IngestTopology;
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.Settings;
import org.openimr.schemas.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running Streams app with its PDF workers. */
final class ExtractionApp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ExtractionApp.class);

  /** Between a failure of a Streams thread and the next attempt. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** A thread that failed so shortly ago will rather fail again. */
  private static final Duration DOUBT = Duration.ofSeconds(5);

  private static final Duration CLOSING = Duration.ofMillis(2500);

  private final TextExtractor extractor;
  private final KafkaStreams streams;
  private final KafkaStreamsMetrics streamsMetrics;
  private volatile long doubtedUntil = System.nanoTime();

  private ExtractionApp(Settings settings, Limits limits, int threads, MeterRegistry metrics) {
    extractor = TextExtractor.isolated(limits, threads);
    streams =
        new KafkaStreams(
            IngestTopology.of(
                extractor,
                EventSerdes.of(settings.registry()).serializer(),
                Topic.MAX_RECORD_BYTES,
                new IngestMetrics(metrics)),
            IngestStreams.settings(
                settings, IngestSettings.state(settings), threads, limits.time()));
    streamsMetrics = new KafkaStreamsMetrics(streams);
  }

  static ExtractionApp start(Settings settings, MeterRegistry metrics) {
    int threads = (int) settings.number(IngestSettings.THREADS);
    ExtractionApp app =
        new ExtractionApp(settings, IngestSettings.limits(settings), threads, metrics);
    app.streamsMetrics.bindTo(metrics);
    app.streams.setUncaughtExceptionHandler(app::again);
    app.streams.start();
    return app;
  }

  /** Whether it has its partitions, runs, and has not just failed. */
  boolean isRunning() {
    return streams.state() == KafkaStreams.State.RUNNING && System.nanoTime() - doubtedUntil >= 0;
  }

  @Override
  public void close() {
    streamsMetrics.close();
    streams.close(CLOSING);
    extractor.close();
  }

  /** Nothing is lost by it: what was not committed is read again. */
  private StreamThreadExceptionResponse again(Throwable failure) {
    doubtedUntil = System.nanoTime() + DOUBT.toNanos();
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
