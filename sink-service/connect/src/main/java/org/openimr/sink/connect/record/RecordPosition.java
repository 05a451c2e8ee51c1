package org.openimr.sink.connect.record;

import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Where a record stands.
 *
 * @param offset from 0
 */
public record RecordPosition(String topic, int partition, long offset) {
  /** Reads {@code topic/partition/offset}; empty if it is not that. */
  public static Optional<RecordPosition> of(String printed) {
    String[] parts = printed.split("/");
    try {
      return parts.length == 3
          ? Optional.of(
              new RecordPosition(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2])))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Where a record stood on its topic, whatever transformations made of it. */
  public static RecordPosition of(SinkRecord record) {
    return new RecordPosition(
        record.originalTopic(), record.originalKafkaPartition(), record.originalKafkaOffset());
  }

  /** The position behind it. */
  public RecordPosition next() {
    return new RecordPosition(topic, partition, offset + 1);
  }

  @Override
  public String toString() {
    return topic + "/" + partition + "/" + offset;
  }
}
