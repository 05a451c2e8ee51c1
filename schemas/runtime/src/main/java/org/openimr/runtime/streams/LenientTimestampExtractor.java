package org.openimr.runtime.streams;

import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * Returns the timestamp of a record, or the current time if the record has no valid timestamp. The
 * extractors of Kafka Streams fail on such records or skip them.
 *
 * <p>Producers set timestamps, and the topics accept any of them. A timestamp that is later than
 * the clock by more than {@link #MAX_AHEAD} is not valid, because later stages cannot hold such a
 * time. The tolerance allows for clocks that differ or are set back.
 */
public final class LenientTimestampExtractor implements TimestampExtractor {
  /** How much later than the clock a timestamp may be. */
  static final Duration MAX_AHEAD = Duration.ofDays(1);

  @Override
  public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
    long now = System.currentTimeMillis();
    long time = record.timestamp();
    return time >= 0 && time <= now + MAX_AHEAD.toMillis() ? time : now;
  }
}
