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
import org.apache.kafka.connect.transforms.Transformation;

/**
 * Turns the nested fields of a value (records, arrays, maps) into JSON and its times into times
 * with a zone, in the types by which Debezium's JDBC sink knows {@code jsonb} and {@code
 * timestamptz}. All else stays as it is; so do tombstones and values that are no record.
 *
 * <p>The JSON has the events' own names, dates as {@code 2016-12-09} and times as {@code
 * 2016-12-09T08:30:00Z}. The character U+0000, which PostgreSQL can't store, becomes U+FFFD.
 */
public final class NestedToJsonTransform<R extends ConnectRecord<R>>
    implements Transformation<R>, Versioned {
  private static final int SCHEMAS_KEPT = 64;

  private final SynchronizedCache<Schema, Schema> rows =
      new SynchronizedCache<>(new LRUCache<>(SCHEMAS_KEPT));

  @Override
  public R apply(R event) {
    if (!(event.value() instanceof Struct value)) {
      return event;
    }
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
    Schema known = rows.get(event);
    if (known != null) {
      return known;
    }
    SchemaBuilder row = SchemaBuilder.struct().name(event.name()).version(event.version());
    for (Field field : event.fields()) {
      row.field(field.name(), ColumnMapping.of(field.schema()).schema(field.schema()));
    }
    Schema made = row.build();
    rows.put(event, made);
    return made;
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
