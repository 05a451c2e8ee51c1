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
import org.openimr.sink.connect.record.RecordPosition;
import org.openimr.sink.lake.catalog.EventColumns;

/**
 * Converts a record to a row of the lake: adds the codes of the warnings and the position of the
 * record, and converts a tombstone to a row, because the Iceberg sink skips tombstones.
 */
public final class LakeRowTransform implements Transformation<SinkRecord> {
  private static final char ITEM_SEPARATOR = '#';
  private static final Schema CODES = SchemaBuilder.array(Schema.STRING_SCHEMA).optional().build();
  private static final Schema REMOVED_CASE = removalSchema(SchemaBuilder.struct());
  private static final Schema REMOVED_ITEM =
      removalSchema(SchemaBuilder.struct().field("itemNumber", Schema.INT32_SCHEMA));

  private final IdentityHashMap<Schema, Schema> rowSchemas = new IdentityHashMap<>();

  @Override
  public SinkRecord apply(SinkRecord record) {
    try {
      return transformed(record);
    } catch (RuntimeException e) {
      throw RecordPosition.failure(record, e);
    }
  }

  private SinkRecord transformed(SinkRecord record) {
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
    Struct row =
        new Struct(rowSchemas.computeIfAbsent(event.schema(), LakeRowTransform::rowSchema));
    for (Field field : event.schema().fields()) {
      row.put(field.name(), event.get(field));
    }
    row.put(EventColumns.WARNING_CODES, EventWarningCodes.of(event));
    return row;
  }

  private static Struct removal(ConnectRecord<?> record) {
    String key = String.valueOf(record.key());
    int separator = key.indexOf(ITEM_SEPARATOR);
    return separator < 0
        ? new Struct(REMOVED_CASE).put("caseKey", key)
        : new Struct(REMOVED_ITEM)
            .put("caseKey", key.substring(0, separator))
            .put("itemNumber", Integer.parseInt(key.substring(separator + 1)));
  }

  private static Schema rowSchema(Schema event) {
    SchemaBuilder row = SchemaBuilder.struct().name(event.name());
    event.fields().forEach(field -> row.field(field.name(), field.schema()));
    row.field(EventColumns.WARNING_CODES, CODES);
    return withRecordColumns(row);
  }

  private static Schema removalSchema(SchemaBuilder row) {
    return withRecordColumns(row.field("caseKey", Schema.STRING_SCHEMA));
  }

  private static Schema withRecordColumns(SchemaBuilder row) {
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
    rowSchemas.clear();
  }

  @Override
  public void close() {
    rowSchemas.clear();
  }
}
