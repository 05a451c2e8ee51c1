package org.openimr.ingest.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.openimr.runtime.streams.RejectedRecordHandler;
import org.openimr.runtime.streams.StreamsDefaults;
import org.openimr.schemas.event.RejectedRecords;
import org.openimr.schemas.settings.Settings;

/** Settings of the Streams app. */
public final class IngestStreamsConfig {
  /** Also the consumer group of the raw topic. */
  public static final String APPLICATION_ID = "imr-ingest";

  /** What a worker's end and the start of the next may add to a document's time. */
  private static final Duration REPLACEMENT = Duration.ofSeconds(3);

  /** A transaction that no one ended holds back all readers for so long; Streams' own default. */
  private static final Duration TRANSACTION = Duration.ofSeconds(10);

  private IngestStreamsConfig() {}

  /**
   * Exactly once, lz4, whatever fails a dead letter.
   *
   * <p>Few letters are polled at a time, for hostile documents may each take their whole time
   * before the next poll and commit. One of them fits into a transaction; a transaction with more
   * may time out and is then begun again, which goes fast, since verdicts on such documents are
   * remembered for a while. So the transaction's time out, which is how long a killed instance
   * holds back the readers, stays at its ten seconds.
   *
   * @param settings those of {@code kafka.*} win over the defaults here
   * @param state folder for Streams
   * @param threads at least 1
   * @param slowest time limit of one document
   * @param refusals takes what the broker refuses
   */
  public static Properties properties(
      Settings settings, Path state, int threads, Duration slowest, RejectedRecords refusals) {
    Properties streams =
        StreamsDefaults.of(settings, APPLICATION_ID, state.resolve("streams").toString(), threads);
    long transaction = longer(TRANSACTION, slowest.plus(REPLACEMENT)).toMillis();
    streams.put("producer.transaction.timeout.ms", Long.toString(transaction));
    streams.put("main.consumer.max.poll.records", "10");
    streams.put("processing.exception.handler.global.enabled", "true");
    streams.putAll(settings.kafka());
    streams.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
        UnprocessableRecordHandler.class);
    streams.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, UnprocessableRecordHandler.class);
    RejectedRecordHandler.addTo(streams, refusals);
    return streams;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
