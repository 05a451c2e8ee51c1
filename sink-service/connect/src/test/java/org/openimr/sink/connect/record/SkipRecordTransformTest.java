package org.openimr.sink.connect.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SkipRecordTransformTest {
  private final SkipRecordTransform guard = new SkipRecordTransform();

  @Test
  void dropsSkippedRecordsOnly() {
    guard.configure(Map.of("skipped", "letters/0/41,letters/0/42"));

    assertThat(guard.apply(record(42, Schema.STRING_SCHEMA))).isNull();
    assertThat(guard.apply(record(43, Schema.STRING_SCHEMA))).isNotNull();
  }

  @Test
  void reportsThePositionOfAnUndecodableRecord() {
    guard.configure(Map.of());

    assertThatThrownBy(() -> guard.apply(record(7, EventConverter.UNDECODABLE)))
        .isInstanceOf(DataException.class)
        .hasMessageEndingWith(" at letters/0/7");
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, 253_402_300_800_000L, -2})
  void reportsThePositionOfARecordWithATimeThatNoSinkCanHold(long time) {
    guard.configure(Map.of());

    assertThatThrownBy(() -> guard.apply(event(8, time, Date.from(Instant.EPOCH))))
        .isInstanceOf(DataException.class)
        .hasMessage("the timestamp of the record is out of bounds, at letters/0/8");
    assertThatThrownBy(() -> guard.apply(event(9, 0, new Date(time))))
        .isInstanceOf(DataException.class)
        .hasMessage("the field receivedAt is out of bounds, at letters/0/9");
  }

  @Test
  void acceptsTimesOfEvents() {
    guard.configure(Map.of());

    assertThat(guard.apply(event(8, 253_402_300_799_999L, new Date()))).isNotNull();
    assertThat(guard.apply(record(9, Schema.STRING_SCHEMA))).isNotNull();
  }

  @Test
  void failureOfOneRecordNamesItsPosition() {
    SinkRecord record = record(10, Schema.STRING_SCHEMA);

    assertThat(RecordPosition.failure(record, new ArithmeticException("the patient")))
        .satisfies(
            failure -> {
              assertThat(SafeStackTrace.parse(failure.toString()).position())
                  .contains(new RecordPosition("letters", 0, 10));
              assertThat(failure.getMessage()).doesNotContain("patient");
            });
  }

  @Test
  void skippedPositionsSurviveASettingsChange() {
    Map<String, String> skipping =
        SkipRecordTransform.withSkipped(
            SkipRecordTransform.prependTo(Map.of("transforms", "row"), Map.of()),
            new RecordPosition("letters", 0, 42));

    Map<String, String> restarted =
        SkipRecordTransform.prependTo(Map.of("transforms", "other"), skipping);

    assertThat(restarted)
        .containsEntry("transforms", "guard,other")
        .containsEntry(SkipRecordTransform.SKIPPED, "letters/0/42");
  }

  private static SinkRecord event(long offset, long timestamp, Date receivedAt) {
    Schema schema = SchemaBuilder.struct().field("receivedAt", Timestamp.SCHEMA).optional().build();
    return new SinkRecord(
        "letters",
        0,
        Schema.STRING_SCHEMA,
        "key",
        schema,
        new Struct(schema).put("receivedAt", receivedAt),
        offset,
        timestamp,
        TimestampType.CREATE_TIME);
  }

  private static SinkRecord record(long offset, Schema schema) {
    return new SinkRecord("letters", 0, Schema.STRING_SCHEMA, "key", schema, null, offset);
  }
}
