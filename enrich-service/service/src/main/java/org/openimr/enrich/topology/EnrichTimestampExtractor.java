package org.openimr.enrich.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/** A record's own time; now, where its producer gave none: Streams would stop at such a record. */
final class EnrichTimestampExtractor implements TimestampExtractor {
  @Override
  public long extract(ConsumerRecord<Object, Object> letter, long partitionTime) {
    return letter.timestamp() >= 0 ? letter.timestamp() : System.currentTimeMillis();
  }
}
