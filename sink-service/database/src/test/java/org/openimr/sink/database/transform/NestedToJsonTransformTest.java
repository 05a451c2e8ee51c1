package org.openimr.sink.database.transform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.junit.jupiter.api.Test;

class NestedToJsonTransformTest {
  private static final Schema DATE = org.apache.kafka.connect.data.Date.SCHEMA;
  private static final Schema PERIOD =
      SchemaBuilder.struct()
          .field("first", DATE)
          .field("last", org.apache.kafka.connect.data.Date.builder().optional().build())
          .build();

  private final NestedToJsonTransform<SinkRecord> transform = new NestedToJsonTransform<>();

  @Test
  void convertsRecordToJsonColumn() {
    Struct period = new Struct(PERIOD).put("first", date("2016-12-09"));

    Struct row = row(PERIOD, period);

    assertThat(row.get("it")).isEqualTo("{\"first\":\"2016-12-09\",\"last\":null}");
    assertThat(row.schema().field("it").schema().name()).isEqualTo("io.debezium.data.Json");
    assertThat(row.schema().field("it").schema().parameters())
        .containsEntry("__debezium.source.column.type", "JSONB");
  }

  @Test
  void convertsArrayOfRecordsToArrayOfObjects() {
    Struct period =
        new Struct(PERIOD).put("first", date("2016-12-09")).put("last", date("2016-12-10"));

    Struct row = row(SchemaBuilder.array(PERIOD).build(), List.of(period, period));

    String each = "{\"first\":\"2016-12-09\",\"last\":\"2016-12-10\"}";
    assertThat(row.get("it")).isEqualTo("[" + each + "," + each + "]");
  }

  @Test
  void addsTimeZoneToTimestamps() {
    Struct row = row(Timestamp.SCHEMA, Date.from(Instant.parse("2016-12-09T08:30:00.250Z")));

    assertThat(row.get("it")).isEqualTo("2016-12-09T08:30:00.250Z");
    assertThat(row.schema().field("it").schema().name())
        .isEqualTo("io.debezium.time.ZonedTimestamp");
  }

  @Test
  void keepsFlatFields() {
    assertThat(row(DATE, date("2016-12-09")).get("it")).isEqualTo(date("2016-12-09"));
    assertThat(row(Schema.INT32_SCHEMA, 7).get("it")).isEqualTo(7);
    assertThat(row(Schema.STRING_SCHEMA, "a \"b\"").get("it")).isEqualTo("a \"b\"");
    assertThat(row(Schema.STRING_SCHEMA, "a\0b").get("it")).isEqualTo("a\uFFFDb");
  }

  @Test
  void keepsNullNestedValues() {
    Schema optional = SchemaBuilder.array(Schema.STRING_SCHEMA).optional().build();

    Struct row = row(optional, null);

    assertThat(row.get("it")).isNull();
    assertThat(row.schema().field("it").schema().isOptional()).isTrue();
  }

  @Test
  void writesEveryNestedType() {
    Schema all =
        SchemaBuilder.struct()
            .field("truth", Schema.BOOLEAN_SCHEMA)
            .field("number", Schema.INT64_SCHEMA)
            .field("amount", Schema.FLOAT64_SCHEMA)
            .field("ratio", Schema.FLOAT32_SCHEMA)
            .field("price", Decimal.schema(2))
            .field("bytes", Schema.BYTES_SCHEMA)
            .field("clock", Time.SCHEMA)
            .field("when", Timestamp.SCHEMA)
            .field("counts", SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.INT32_SCHEMA).build())
            .build();
    Struct value =
        new Struct(all)
            .put("truth", true)
            .put("number", 1L << 40)
            .put("amount", 0.5)
            .put("ratio", 0.25f)
            .put("price", new BigDecimal("1.50"))
            .put("bytes", ByteBuffer.wrap(new byte[] {1, 2, 3}))
            .put("clock", new Date(45_000))
            .put("when", Date.from(Instant.parse("2016-12-09T08:30:00Z")))
            .put("counts", Map.of("a", 1));

    assertThat(row(all, value).get("it"))
        .isEqualTo(
            "{\"truth\":true,\"number\":1099511627776,\"amount\":0.5,\"ratio\":0.25,"
                + "\"price\":1.50,\"bytes\":\"AQID\",\"clock\":\"00:00:45\","
                + "\"when\":\"2016-12-09T08:30:00Z\",\"counts\":{\"a\":1}}");
  }

  @Test
  void keepsTombstones() {
    SinkRecord tombstone = new SinkRecord("topic", 0, null, "key", null, null, 5);

    assertThat(transform.apply(tombstone)).isSameAs(tombstone);
  }

  @Test
  void isDiscoverableByServiceLoader() {
    assertThat(ServiceLoader.load(Transformation.class).stream().map(ServiceLoader.Provider::type))
        .contains(NestedToJsonTransform.class);
  }

  @Property(tries = 300)
  void textSurvivesTheConversion(@ForAll List<String> texts) throws Exception {
    String json = (String) row(SchemaBuilder.array(Schema.STRING_SCHEMA).build(), texts).get("it");

    List<String> read = new ArrayList<>();
    for (JsonNode text : new ObjectMapper().readTree(json)) {
      read.add(text.textValue());
    }
    assertThat(read).isEqualTo(texts.stream().map(text -> text.replace('\0', '\uFFFD')).toList());
    assertThat(json).doesNotContain("\\u0000");
  }

  private Struct row(Schema field, Object value) {
    Schema schema = SchemaBuilder.struct().field("it", field).build();
    SinkRecord event =
        new SinkRecord("topic", 0, null, "key", schema, new Struct(schema).put("it", value), 5);
    return (Struct) transform.apply(event).value();
  }

  private static Date date(String day) {
    return Date.from(Instant.parse(day + "T00:00:00Z"));
  }
}
