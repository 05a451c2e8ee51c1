package org.openimr.sink.connect.record;

import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Position of a record.
 *
 * @param offset from 0
 */
public record RecordPosition(String topic, int partition, long offset) {
  /** Parses {@code topic/partition/offset}; empty if the text has another form. */
  public static Optional<RecordPosition> of(String text) {
    String[] parts = text.split("/", 0);
    try {
      return parts.length == 3
          ? Optional.of(
              new RecordPosition(parts[0], Integer.parseInt(parts[1]), Long.parseLong(parts[2])))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Original position of a record, before transformations. */
  public static RecordPosition of(SinkRecord record) {
    return new RecordPosition(
        record.originalTopic(), record.originalKafkaPartition(), record.originalKafkaOffset());
  }

  /**
   * Returns an exception that adds the position of a record to a failure, so that {@code imr sinks
   * skip} finds it. Its own message contains nothing of the record.
   */
  public static ConnectException failure(SinkRecord record, RuntimeException cause) {
    return new ConnectException("can't process the record at " + of(record), cause);
  }

  /** The position just after this one. */
  public RecordPosition next() {
    return new RecordPosition(topic, partition, offset + 1);
  }

  @Override
  public String toString() {
    return topic + "/" + partition + "/" + offset;
  }
}
