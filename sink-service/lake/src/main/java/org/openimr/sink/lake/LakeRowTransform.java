package org.openimr.sink.lake;

import java.time.Instant;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.openimr.sink.lake.catalog.EventColumns;

/**
 * Turns a record into a row of the lake: adds where it stood, and makes a row of a tombstone, which
 * the Iceberg sink would pass over.
 */
public final class LakeRowTransform implements Transformation<SinkRecord> {
  private static final char ITEM_MARK = '#';
  private static final Schema REMOVED_CASE = removed(SchemaBuilder.struct());
  private static final Schema REMOVED_ITEM =
      removed(SchemaBuilder.struct().field("itemNumber", Schema.INT32_SCHEMA));

  private final Map<Schema, Schema> widened = new IdentityHashMap<>();

  @Override
  public SinkRecord apply(SinkRecord record) {
    Struct row = record.value() == null ? removal(record) : row((Struct) record.value());
    row.put(EventColumns.REMOVED, record.value() == null);
    row.put(EventColumns.PARTITION, record.originalKafkaPartition());
    row.put(EventColumns.OFFSET, record.originalKafkaOffset());
    if (record.timestamp() != null) {
      row.put(EventColumns.TIME, Date.from(Instant.ofEpochMilli(record.timestamp())));
    }
    return record.newRecord(
        record.topic(),
        record.kafkaPartition(),
        record.keySchema(),
        record.key(),
        row.schema(),
        row,
        record.timestamp());
  }

  private Struct row(Struct event) {
    Struct row = new Struct(widened.computeIfAbsent(event.schema(), LakeRowTransform::widened));
    for (Field field : event.schema().fields()) {
      row.put(field.name(), event.get(field));
    }
    return row;
  }

  private static Struct removal(ConnectRecord<?> record) {
    String key = String.valueOf(record.key());
    int mark = key.indexOf(ITEM_MARK);
    return mark < 0
        ? new Struct(REMOVED_CASE).put("caseKey", key)
        : new Struct(REMOVED_ITEM)
            .put("caseKey", key.substring(0, mark))
            .put("itemNumber", Integer.parseInt(key.substring(mark + 1)));
  }

  private static Schema widened(Schema event) {
    SchemaBuilder row = SchemaBuilder.struct().name(event.name());
    event.fields().forEach(field -> row.field(field.name(), field.schema()));
    return added(row);
  }

  private static Schema removed(SchemaBuilder row) {
    return added(row.field("caseKey", Schema.STRING_SCHEMA));
  }

  private static Schema added(SchemaBuilder row) {
    return row.field(EventColumns.REMOVED, Schema.BOOLEAN_SCHEMA)
        .field(EventColumns.PARTITION, Schema.INT32_SCHEMA)
        .field(EventColumns.OFFSET, Schema.INT64_SCHEMA)
        .field(EventColumns.TIME, Timestamp.builder().optional().build())
        .build();
  }

  @Override
  public ConfigDef config() {
    return new ConfigDef();
  }

  @Override
  public void configure(Map<String, ?> configuration) {
    widened.clear();
  }

  @Override
  public void close() {
    widened.clear();
  }
}
