package org.openimr.sink.connect;

import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Where a record stands.
 *
 * @param offset from 0
 */
public record Position(String topic, int partition, long offset) {
  /** Reads {@code topic/partition/offset}; empty if it is not that. */
  public static Optional<Position> of(String printed) {
    String[] parts = printed.split("/");
    try {
      return parts.length == 3
          ? Optional.of(
              new Position(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2])))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Where a record stood on its topic, whatever transformations made of it. */
  public static Position of(SinkRecord record) {
    return new Position(
        record.originalTopic(), record.originalKafkaPartition(), record.originalKafkaOffset());
  }

  /** The position behind it. */
  public Position next() {
    return new Position(topic, partition, offset + 1);
  }

  @Override
  public String toString() {
    return topic + "/" + partition + "/" + offset;
  }
}
