package org.openimr.tools.benchmarks.cluster;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.openimr.schemas.settings.Settings;

/** Writes many records before anything is measured; of one thread. */
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
    producer.send(record, (written, e) -> failure.compareAndSet(null, e));
  }

  /**
   * Waits until the broker has all of it.
   *
   * @throws IllegalStateException if it did not take a record
   */
  @Override
  public void close() {
    producer.close();
    if (failure.get() != null) {
      throw new IllegalStateException("the broker did not take a record", failure.get());
    }
  }
}
