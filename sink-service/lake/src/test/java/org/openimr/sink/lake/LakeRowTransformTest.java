package org.openimr.sink.lake;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

final class LakeRowTransformTest {
  private static final Schema EVENT =
      SchemaBuilder.struct()
          .field("caseKey", Schema.STRING_SCHEMA)
          .field("outcome", Schema.STRING_SCHEMA)
          .build();

  private final LakeRowTransform transform = new LakeRowTransform();

  @Test
  void keepsFieldsAndAddsPosition() {
    Struct event = new Struct(EVENT).put("caseKey", "CM16-0000001").put("outcome", "UPHELD");

    Struct row = apply("CM16-0000001#2", EVENT, event);

    assertThat(row.getString("outcome")).isEqualTo("UPHELD");
    assertThat(row.getBoolean("removed")).isFalse();
    assertThat(row.getInt32("recordPartition")).isEqualTo(3);
    assertThat(row.getInt64("recordOffset")).isEqualTo(42);
  }

  @Test
  void convertsItemTombstoneToRemovalRow() {
    Struct row = apply("CM16-0000001#2", null, null);

    assertThat(row.getString("caseKey")).isEqualTo("CM16-0000001");
    assertThat(row.getInt32("itemNumber")).isEqualTo(2);
    assertThat(row.getBoolean("removed")).isTrue();
  }

  @Test
  void convertsCaseTombstoneToRemovalRow() {
    Struct row = apply("sha256:00ff", null, null);

    assertThat(row.getString("caseKey")).isEqualTo("sha256:00ff");
    assertThat(row.schema().field("itemNumber")).isNull();
    assertThat(row.getBoolean("removed")).isTrue();
  }

  private Struct apply(String key, Schema schema, Object value) {
    SinkRecord record =
        new SinkRecord(
            "topic",
            3,
            Schema.STRING_SCHEMA,
            key,
            schema,
            value,
            42,
            0L,
            TimestampType.CREATE_TIME);
    return (Struct) transform.apply(record).value();
  }
}
