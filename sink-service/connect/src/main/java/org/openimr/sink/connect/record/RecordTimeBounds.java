package org.openimr.sink.connect.record;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * Finds times that a sink cannot hold. Iceberg, for example, does not fail at such a record but at
 * the commit that contains it, which does not name the record.
 */
final class RecordTimeBounds {
  private static final long MAX_MILLIS = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

  private RecordTimeBounds() {}

  /** Returns the name of a time of a record that is out of bounds; empty if there is none. */
  static Optional<String> violation(SinkRecord record) {
    if (!isPossible(record.timestamp())) {
      return Optional.of("the timestamp of the record");
    }
    return record.value() instanceof Struct event ? violation(event) : Optional.empty();
  }

  private static Optional<String> violation(Struct event) {
    for (Field field : event.schema().fields()) {
      if (Timestamp.LOGICAL_NAME.equals(field.schema().name())
          && event.get(field) instanceof Date time
          && !isPossible(Timestamp.fromLogical(field.schema(), time))) {
        return Optional.of("the field " + field.name());
      }
    }
    return Optional.empty();
  }

  /** A record without a timestamp is possible. */
  private static boolean isPossible(@Nullable Long millis) {
    return millis == null || (millis >= -1 && millis <= MAX_MILLIS);
  }
}
