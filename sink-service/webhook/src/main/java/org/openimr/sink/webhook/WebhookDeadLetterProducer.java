package org.openimr.sink.webhook;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.connect.sink.SinkRecord;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.webhook.event.CloudEventAttributes;

/** Writes records that could not be delivered as dead letters, with unchanged key and value. */
final class WebhookDeadLetterProducer implements AutoCloseable {
  private final Producer<byte[], byte[]> producer;

  WebhookDeadLetterProducer(Producer<byte[], byte[]> producer) {
    this.producer = producer;
  }

  /** Creates a producer with the given Kafka settings. */
  static WebhookDeadLetterProducer create(Map<String, Object> settings) {
    Map<String, Object> own = new HashMap<>(settings);
    own.put(ProducerConfig.ACKS_CONFIG, "all");
    own.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_DEAD_LETTER_BYTES);
    own.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    return new WebhookDeadLetterProducer(
        new KafkaProducer<>(own, new ByteArraySerializer(), new ByteArraySerializer()));
  }

  /**
   * Writes a dead letter and waits for the acknowledgement of the broker.
   *
   * @param record the undeliverable record; key, value and headers are bytes
   * @throws KafkaException if the broker refuses or does not answer
   */
  void write(SinkRecord record, DeadLetterReason reason) throws InterruptedException {
    Headers headers = new RecordHeaders();
    record.headers().forEach(header -> headers.add(header.key(), (byte[]) header.value()));
    reason.addTo(headers, CloudEventAttributes.of(record).position(), Instant.now());
    try {
      producer.send(DeadLetterReason.headRecord(headers)).get();
      producer
          .send(
              new ProducerRecord<>(
                  Topic.DEAD_LETTERS.topicName(),
                  null,
                  (byte[]) record.key(),
                  (byte[]) record.value(),
                  headers))
          .get();
    } catch (ExecutionException e) {
      throw new KafkaException("writing a dead letter failed", e.getCause());
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
