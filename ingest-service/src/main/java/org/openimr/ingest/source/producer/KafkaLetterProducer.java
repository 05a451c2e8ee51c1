package org.openimr.ingest.source.producer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openimr.runtime.trace.Tracing;
import org.openimr.schemas.topic.Topic;

/**
 * Sends letters to the raw topic: without a key, in order, compressed with lz4, acknowledged by all
 * in-sync replicas.
 */
public final class KafkaLetterProducer implements LetterProducer {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);
  private static final long LINGER_MILLIS = 5;

  /** Kafka requires the request timeout to be below the delivery timeout by the linger time. */
  private static final long REQUEST_MARGIN_MILLIS = 2 * LINGER_MILLIS;

  /** Below this the request timeout would not be positive. */
  static final long MIN_DELIVERY_TIMEOUT_MILLIS = 100;

  /** Size of the buffer of unsent letters; at least one letter of the maximum size must fit. */
  private static final long BUFFER_BYTES = Math.max(64L << 20, 2L * Topic.MAX_RECORD_BYTES);

  private final Producer<byte[], byte[]> producer;

  KafkaLetterProducer(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /** Same as below, without tracing. */
  public static LetterProducer create(Map<String, String> kafka, Duration deliveryTimeout) {
    return create(kafka, deliveryTimeout, Tracing.OFF);
  }

  /**
   * Creates a producer. The broker need not be reachable yet.
   *
   * @param kafka configuration of Kafka's producer, at least {@code bootstrap.servers}
   * @param deliveryTimeout total time within which the broker must confirm a letter, at least
   *     {@value #MIN_DELIVERY_TIMEOUT_MILLIS} ms
   * @param tracing starts the trace of each letter
   */
  public static LetterProducer create(
      Map<String, String> kafka, Duration deliveryTimeout, Tracing tracing) {
    ByteArraySerializer bytes = new ByteArraySerializer();
    LetterProducer producer =
        new KafkaLetterProducer(
            new KafkaProducer<>(configuration(kafka, deliveryTimeout, tracing), bytes, bytes));
    return tracing
        .spans()
        .<LetterProducer>map(spans -> new TracingLetterProducer(producer, spans))
        .orElse(producer);
  }

  /**
   * Returns the configuration of the Kafka producer. One half of the delivery timeout is for
   * metadata and buffer space, the other for the delivery itself, of which a request may take at
   * most one half less the linger time, because Kafka requires {@code linger.ms +
   * request.timeout.ms <= delivery.timeout.ms}.
   */
  static Map<String, Object> configuration(
      Map<String, String> kafka, Duration deliveryTimeout, Tracing tracing) {
    long total = deliveryTimeout.toMillis();
    if (total < MIN_DELIVERY_TIMEOUT_MILLIS) {
      throw new IllegalArgumentException(
          "the delivery timeout must be at least " + MIN_DELIVERY_TIMEOUT_MILLIS + " ms");
    }
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, Long.toString(LINGER_MILLIS));
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(256 << 10));
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "imr-ingest-source");
    settings.putAll(kafka);
    long half = total / 2;
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(half));
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Long.toString(half));
    settings.put(
        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Long.toString(half - REQUEST_MARGIN_MILLIS));
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    tracing.addTo(settings);
    return settings;
  }

  @Override
  public CompletableFuture<Void> send(RawLetter letter) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    try {
      // the callback receives the result
      var unused =
          producer.send(
              rawRecord(letter),
              (metadata, failure) -> {
                if (failure == null) {
                  sent.complete(null);
                } else {
                  sent.completeExceptionally(failure);
                }
              });
    } catch (KafkaException | IllegalStateException e) {
      sent.completeExceptionally(e);
    }
    return sent;
  }

  @Override
  public void close() {
    producer.close(CLOSE_TIMEOUT);
  }

  private static ProducerRecord<byte[], byte[]> rawRecord(RawLetter letter) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(Topic.LETTERS_RAW.topicName(), letter.bytes());
    addHeader(record, RawLetter.CONTENT_TYPE_HEADER, letter.contentType());
    addHeader(record, RawLetter.URI_HEADER, letter.uri());
    addHeader(record, RawLetter.NAME_HEADER, letter.name());
    return record;
  }

  private static void addHeader(
      ProducerRecord<byte[], byte[]> record, String name, Optional<String> value) {
    value.ifPresent(text -> record.headers().add(name, text.getBytes(UTF_8)));
  }
}
