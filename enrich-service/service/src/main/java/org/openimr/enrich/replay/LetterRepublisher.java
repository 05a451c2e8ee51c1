package org.openimr.enrich.replay;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openimr.schemas.ledger.RedeliveryMarker;
import org.openimr.schemas.topic.Topic;

/**
 * Sends letters to their topic again with a redelivery marker, otherwise unchanged, at a limited
 * rate.
 */
final class LetterRepublisher implements AutoCloseable {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final KafkaProducer<byte[], byte[]> producer;
  private final String runId;
  private final long intervalNanos;
  private final AtomicReference<Exception> failure = new AtomicReference<>();
  private long nextSendNanos = System.nanoTime();
  private long sent;

  LetterRepublisher(Map<String, String> kafka, String runId, long lettersPerSecond) {
    Map<String, Object> settings = new HashMap<>(kafka);
    settings.put("acks", "all");
    settings.put("compression.type", "lz4");
    settings.put("max.request.size", Topic.MAX_RECORD_BYTES);
    ByteArraySerializer bytes = new ByteArraySerializer();
    this.producer = new KafkaProducer<>(settings, bytes, bytes);
    this.runId = runId;
    this.intervalNanos = SECOND / lettersPerSecond;
  }

  void send(ConsumerRecord<byte[], byte[]> letter) {
    LockSupport.parkNanos(nextSendNanos - System.nanoTime());
    nextSendNanos = Math.max(nextSendNanos, System.nanoTime() - SECOND) + intervalNanos;
    RecordHeaders headers = new RecordHeaders(letter.headers());
    RedeliveryMarker.mark(headers, runId);
    // the callback receives a failure
    var unused =
        producer.send(
            new ProducerRecord<>(
                letter.topic(),
                letter.partition(),
                letter.timestamp(),
                letter.key(),
                letter.value(),
                headers),
            (metadata, failed) -> {
              if (failed != null) {
                failure.compareAndSet(null, failed);
              }
            });
    sent++;
  }

  long sent() {
    return sent;
  }

  /** Waits until the broker has confirmed all letters. */
  void flush() {
    producer.flush();
    if (failure.get() != null) {
      throw new KafkaException("a letter could not be republished", failure.get());
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
