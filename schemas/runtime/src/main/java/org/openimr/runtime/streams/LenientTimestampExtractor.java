package org.openimr.runtime.streams;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * When a raw record was appended; now, where its producer gave no time that can be one. Streams'
 * own extractors would stop at such a record or skip it.
 */
public final class LenientTimestampExtractor implements TimestampExtractor {
  @Override
  public long extract(ConsumerRecord<Object, Object> rawLetter, long partitionTime) {
    return rawLetter.timestamp() >= 0 ? rawLetter.timestamp() : System.currentTimeMillis();
  }
}
