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

/** Sends letters without a key, acknowledged by all in-sync replicas, in order, lz4. */
public final class KafkaLetterProducer implements LetterProducer {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  /** Letters that wait for the broker; at least one of the largest must fit in. */
  private static final long BUFFER_BYTES = Math.max(64L << 20, 2L * Topic.MAX_RECORD_BYTES);

  private final Producer<byte[], byte[]> producer;

  KafkaLetterProducer(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /**
   * Connects to a broker; it need not be there yet.
   *
   * @param kafka settings of Kafka's producer, {@code bootstrap.servers} at least
   * @param delivery how long a letter may wait for the broker in all
   */
  public static LetterProducer create(Map<String, String> kafka, Duration delivery) {
    return create(kafka, delivery, Tracing.OFF);
  }

  /**
   * Connects to a broker; it need not be there yet.
   *
   * @param kafka settings of Kafka's producer, {@code bootstrap.servers} at least
   * @param delivery how long a letter may wait for the broker in all
   * @param tracing begins the trace of each letter
   */
  public static LetterProducer create(
      Map<String, String> kafka, Duration delivery, Tracing tracing) {
    Map<String, Object> settings = new HashMap<>();
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, "5");
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(256 << 10));
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, "imr-ingest-source");
    settings.putAll(kafka);
    long half = delivery.toMillis() / 2;
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Long.toString(half));
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Long.toString(half));
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, Long.toString(half - 10));
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
    settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    tracing.addTo(settings);
    ByteArraySerializer bytes = new ByteArraySerializer();
    LetterProducer producer = new KafkaLetterProducer(new KafkaProducer<>(settings, bytes, bytes));
    return tracing
        .spans()
        .<LetterProducer>map(spans -> new TracingLetterProducer(producer, spans))
        .orElse(producer);
  }

  @Override
  public CompletableFuture<Void> send(RawLetter letter) {
    CompletableFuture<Void> sent = new CompletableFuture<>();
    try {
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
    ProducerRecord<byte[], byte[]> rawRecord =
        new ProducerRecord<>(Topic.LETTERS_RAW.topicName(), letter.bytes());
    addHeader(rawRecord, RawLetter.CONTENT_TYPE_HEADER, letter.contentType());
    addHeader(rawRecord, RawLetter.URI_HEADER, letter.uri());
    addHeader(rawRecord, RawLetter.NAME_HEADER, letter.name());
    return rawRecord;
  }

  private static void addHeader(
      ProducerRecord<byte[], byte[]> rawRecord, String name, Optional<String> value) {
    value.ifPresent(text -> rawRecord.headers().add(name, text.getBytes(UTF_8)));
  }
}
