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

  private final LakeRowTransform row = new LakeRowTransform();

  @Test
  void eventKeepsItsFieldsAndAddsItsPosition() {
    Struct event = new Struct(EVENT).put("caseKey", "CM16-0000001").put("outcome", "UPHELD");

    Struct made = apply("CM16-0000001#2", EVENT, event);

    assertThat(made.getString("outcome")).isEqualTo("UPHELD");
    assertThat(made.getBoolean("removed")).isFalse();
    assertThat(made.getInt32("recordPartition")).isEqualTo(3);
    assertThat(made.getInt64("recordOffset")).isEqualTo(42);
  }

  @Test
  void itemTombstoneBecomesARemovalRow() {
    Struct made = apply("CM16-0000001#2", null, null);

    assertThat(made.getString("caseKey")).isEqualTo("CM16-0000001");
    assertThat(made.getInt32("itemNumber")).isEqualTo(2);
    assertThat(made.getBoolean("removed")).isTrue();
  }

  @Test
  void caseTombstoneBecomesARemovalRow() {
    Struct made = apply("sha256:00ff", null, null);

    assertThat(made.getString("caseKey")).isEqualTo("sha256:00ff");
    assertThat(made.schema().field("itemNumber")).isNull();
    assertThat(made.getBoolean("removed")).isTrue();
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
    return (Struct) row.apply(record).value();
  }
}
