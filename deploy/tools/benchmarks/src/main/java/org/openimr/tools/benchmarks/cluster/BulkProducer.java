package org.openimr.tools.benchmarks.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openimr.schemas.settings.Settings;

/** Writes many records before a measurement; not thread-safe. */
public final class BulkProducer implements AutoCloseable {
  private final Producer<byte[], byte[]> producer;
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  public BulkProducer(Settings settings) {
    Map<String, Object> bulk = new HashMap<>(settings.kafka());
    bulk.put("compression.type", "lz4");
    bulk.put("linger.ms", "20");
    bulk.put("batch.size", Integer.toString(256 * 1024));
    bulk.put("buffer.memory", Integer.toString(64 * 1024 * 1024));
    this.producer = new KafkaProducer<>(bulk, new ByteArraySerializer(), new ByteArraySerializer());
  }

  public void send(ProducerRecord<byte[], byte[]> record) {
    // The callback keeps the first failure for close().
    var unused = producer.send(record, (metadata, e) -> failure.compareAndSet(null, e));
  }

  /**
   * Waits until all records are acknowledged.
   *
   * @throws IllegalStateException if the broker rejected a record
   */
  @Override
  public void close() {
    producer.close();
    if (failure.get() != null) {
      throw new IllegalStateException("the broker rejected a record", failure.get());
    }
  }
}
