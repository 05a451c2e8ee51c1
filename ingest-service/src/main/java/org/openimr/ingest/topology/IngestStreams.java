package org.openimr.ingest.topology;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.openimr.schemas.Topic;

/** Settings of the Streams app. */
public final class IngestStreams {
  /** Also the consumer group of the raw topic. */
  public static final String APPLICATION_ID = "imr-ingest";

  /** What a worker's end and the start of the next may add to a document's time. */
  private static final Duration REPLACEMENT = Duration.ofSeconds(3);

  /** A transaction that no one ended holds back all readers for so long; Streams' own default. */
  private static final Duration TRANSACTION = Duration.ofSeconds(10);

  private static final long BUFFER = Math.max(64L << 20, 3L * Topic.MAX_RECORD_BYTES);

  private IngestStreams() {}

  /**
   * Exactly once, lz4, whatever fails a dead letter.
   *
   * <p>Letters are polled one by one: a hostile document may take its whole time, and the
   * transaction must be committed before it times out. That costs tens of microseconds a letter and
   * leaves the transaction's time out, which is how long a killed instance holds back the readers,
   * at its ten seconds.
   *
   * @param kafka settings of Kafka's clients and Streams; win over the defaults here
   * @param state folder for Streams
   * @param threads at least 1
   * @param slowest time limit of one document
   */
  public static Properties settings(
      Map<String, String> kafka, Path state, int threads, Duration slowest) {
    Properties settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
    settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    settings.put(producer(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
    settings.put(producer(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), Topic.MAX_RECORD_BYTES);
    settings.put(producer(ProducerConfig.BUFFER_MEMORY_CONFIG), BUFFER);
    settings.put(
        producer(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG),
        (int) longer(TRANSACTION, slowest.plus(REPLACEMENT)).toMillis());
    settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 1);
    settings.putAll(kafka);
    settings.put(StreamsConfig.STATE_DIR_CONFIG, state.resolve("streams").toString());
    settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, FailedRecords.class);
    settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, FailedRecords.class);
    settings.put(StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, FailedRecords.class);
    return settings;
  }

  private static String producer(String setting) {
    return StreamsConfig.producerPrefix(setting);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
