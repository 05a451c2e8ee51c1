package org.openimr.ingest.topology;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * When a raw record was appended; now, where its producer gave no time that can be one. Streams'
 * own extractors would stop at such a record or skip it.
 */
final class ArrivalTime implements TimestampExtractor {
  @Override
  public long extract(ConsumerRecord<Object, Object> rawLetter, long partitionTime) {
    return rawLetter.timestamp() >= 0 ? rawLetter.timestamp() : System.currentTimeMillis();
  }
}
