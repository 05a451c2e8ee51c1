package org.openimr.sink.connect.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

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

  private static SinkRecord record(long offset, Schema schema) {
    return new SinkRecord("letters", 0, Schema.STRING_SCHEMA, "key", schema, null, offset);
  }
}
