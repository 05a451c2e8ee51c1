package org.openimr.ingest.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.openimr.runtime.streams.RejectedRecordHandler;
import org.openimr.runtime.streams.StreamsDefaults;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.settings.Settings;

/** Configuration of the Streams application. */
public final class IngestStreamsConfig {
  /** The application id, which is also the consumer group of the raw topic. */
  public static final String APPLICATION_ID = "imr-ingest";

  /** Maximum time to replace a worker process, in addition to a document's time limit. */
  private static final Duration WORKER_REPLACEMENT = Duration.ofSeconds(3);

  /** Kafka Streams' default; an abandoned transaction blocks all consumers for this time. */
  private static final Duration MIN_TRANSACTION_TIMEOUT = Duration.ofSeconds(10);

  private IngestStreamsConfig() {}

  /**
   * Returns the configuration: exactly-once processing, lz4 compression, and dead letters for
   * records that fail.
   *
   * <p>Polls few letters at a time, because each hostile document may take its full time limit
   * before the next poll and commit. One such document fits into a transaction. A transaction with
   * more may time out; its retry is fast, because the failures of these documents are cached. The
   * transaction timeout, which is how long a killed instance blocks consumers, can therefore stay
   * at ten seconds.
   *
   * @param settings the service's settings; {@code kafka.*} overrides the defaults
   * @param state state directory of the service
   * @param threads number of stream threads, at least 1
   * @param maxDocumentTime time limit of one document
   * @param rejectedRecords collects the records that the broker rejects
   */
  public static Properties properties(
      Settings settings,
      Path state,
      int threads,
      Duration maxDocumentTime,
      RejectedRecords rejectedRecords) {
    Properties streams =
        StreamsDefaults.of(settings, APPLICATION_ID, state.resolve("streams").toString(), threads);
    Duration timeout = max(MIN_TRANSACTION_TIMEOUT, maxDocumentTime.plus(WORKER_REPLACEMENT));
    streams.put("producer.transaction.timeout.ms", Long.toString(timeout.toMillis()));
    streams.put("main.consumer.max.poll.records", "10");
    streams.put("processing.exception.handler.global.enabled", "true");
    streams.putAll(settings.kafka());
    streams.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        UnprocessableRecordHandler.class);
    streams.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnprocessableRecordHandler.class);
    RejectedRecordHandler.addTo(streams, rejectedRecords);
    return streams;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
