package org.openimr.sink.database.transform;

import java.util.Map;
import org.apache.kafka.common.cache.LRUCache;
import org.apache.kafka.common.cache.SynchronizedCache;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.components.Versioned;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.transforms.Transformation;
import org.openimr.sink.connect.record.RecordPosition;

/**
 * Converts nested fields of a value (records, arrays, maps) to JSON and timestamps to timestamps
 * with a time zone, with the schema names that Debezium's JDBC sink maps to {@code jsonb} and
 * {@code timestamptz}. Other fields, tombstones and values that are not records are unchanged.
 *
 * <p>The JSON has the field names of the events, dates as {@code 2016-12-09} and timestamps as
 * {@code 2016-12-09T08:30:00Z}. The character U+0000, which PostgreSQL cannot store, becomes
 * U+FFFD.
 */
public final class NestedToJsonTransform<R extends ConnectRecord<R>>
    implements Transformation<R>, Versioned {
  private static final int MAX_CACHED_SCHEMAS = 64;

  private final SynchronizedCache<Schema, Schema> rowSchemas =
      new SynchronizedCache<>(new LRUCache<>(MAX_CACHED_SCHEMAS));

  @Override
  public R apply(R event) {
    if (!(event.value() instanceof Struct value)) {
      return event;
    }
    try {
      return transformed(event, value);
    } catch (RuntimeException e) {
      throw event instanceof SinkRecord failed ? RecordPosition.failure(failed, e) : e;
    }
  }

  private R transformed(R event, Struct value) {
    Schema schema = rowSchema(value.schema());
    return event.newRecord(
        event.topic(),
        event.kafkaPartition(),
        event.keySchema(),
        event.key(),
        schema,
        row(value, schema),
        event.timestamp());
  }

  @Override
  public ConfigDef config() {
    return new ConfigDef();
  }

  @Override
  public void configure(Map<String, ?> settings) {}

  @Override
  public void close() {}

  @Override
  public String version() {
    return "1";
  }

  private Schema rowSchema(Schema event) {
    Schema cached = rowSchemas.get(event);
    if (cached != null) {
      return cached;
    }
    SchemaBuilder row = SchemaBuilder.struct().name(event.name()).version(event.version());
    for (Field field : event.fields()) {
      row.field(field.name(), ColumnMapping.of(field.schema()).schema(field.schema()));
    }
    Schema built = row.build();
    rowSchemas.put(event, built);
    return built;
  }

  private static Struct row(Struct event, Schema schema) {
    Struct row = new Struct(schema);
    for (Field field : event.schema().fields()) {
      Object value = event.getWithoutDefault(field.name());
      row.put(
          field.name(),
          value == null ? null : ColumnMapping.of(field.schema()).value(field.schema(), value));
    }
    return row;
  }
}
