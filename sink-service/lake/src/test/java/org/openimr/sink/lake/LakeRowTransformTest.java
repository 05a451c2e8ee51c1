package org.openimr.sink.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openimr.event.Determination;
import org.openimr.event.ItemDecision;
import org.openimr.event.Outcome;
import org.openimr.event.Warning;
import org.openimr.event.WarningCode;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.event.WarningCodes;
import org.openimr.schemas.registry.SchemaRegistrar;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.connect.record.EventConverter;

final class LakeRowTransformTest {
  private static final LocalDate MAY = LocalDate.of(2016, 5, 4);
  private static final Map<String, String> REGISTRY =
      Map.of("schema.registry.url", "mock://lake-rows");
  private static final Schema EVENT =
      SchemaBuilder.struct()
          .field("caseKey", Schema.STRING_SCHEMA)
          .field("outcome", Schema.STRING_SCHEMA)
          .build();

  private final LakeRowTransform transform = new LakeRowTransform();

  @BeforeAll
  static void registerSchemas() throws IOException {
    SchemaRegistrar.register(REGISTRY);
  }

  @Test
  void keepsFieldsAndAddsPosition() {
    Struct event = new Struct(EVENT).put("caseKey", "CM16-0000001").put("outcome", "UPHELD");

    Struct row = apply("CM16-0000001#2", EVENT, event);

    assertThat(row.getString("outcome")).isEqualTo("UPHELD");
    assertThat(row.getBoolean("removed")).isFalse();
    assertThat(row.getInt32("recordPartition")).isEqualTo(3);
    assertThat(row.getInt64("recordOffset")).isEqualTo(42);
    assertThat(row.getArray("warningCodes")).isEmpty();
  }

  @Test
  void collectsWarningCodesOfAWholeLetter() {
    Determination letter = SampleLakeEvents.determination("CM16-0000001", 1, 2, MAY);
    letter
        .getHeader()
        .setWarnings(List.of(warning(WarningCode.TEXT_EXCLUDED), warning(WarningCode.ANNOTATION)));
    letter.getClinicalSummary().setWarnings(List.of(warning(WarningCode.TEXT_INCOMPLETE)));
    letter.getDecisions().getLast().setWarnings(List.of(warning(WarningCode.TEXT_EXCLUDED)));

    Struct row = convert(Topic.DETERMINATIONS, letter);

    assertThat(row.getArray("warningCodes"))
        .isEqualTo(List.of("ANNOTATION", "TEXT_EXCLUDED", "TEXT_INCOMPLETE"));
  }

  @Test
  void everyWarningCodeReachesTheRow() {
    ItemDecision item = SampleLakeEvents.item("CM16-0000001", 1, 1, MAY, Outcome.UPHELD);
    item.setWarnings(WarningCodes.written().stream().map(LakeRowTransformTest::warning).toList());

    Struct row = convert(Topic.ITEM_DECISIONS, item);

    assertThat(row.getArray("warningCodes"))
        .isEqualTo(WarningCodes.written().stream().map(Enum::name).sorted().toList());
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

  /** Encodes an event and converts it as a worker does. */
  private Struct convert(Topic topic, SpecificRecord event) {
    byte[] value =
        EventSerdes.of(REGISTRY).<SpecificRecord>serializer().serialize(topic.topicName(), event);
    EventConverter converter = new EventConverter();
    converter.configure(REGISTRY, false);
    SchemaAndValue converted = converter.toConnectData(topic.topicName(), value);
    return apply("CM16-0000001", converted.schema(), converted.value());
  }

  private static Warning warning(WarningCode code) {
    return new Warning(code, "pages", "a synthetic doubt");
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
