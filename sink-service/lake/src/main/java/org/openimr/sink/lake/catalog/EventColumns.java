package org.openimr.sink.lake.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema.Field;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.apache.iceberg.types.Types.NestedField;

/**
 * Columns of an event, with its documentation, and what the lake adds: where the record stood, and
 * whether it takes its key away. All may be null, for a row that takes a key away has only that.
 */
public final class EventColumns {
  /** True in a row that says that its key is no more. */
  public static final String REMOVED = "removed";

  /** Partition of the record. */
  public static final String PARTITION = "recordPartition";

  /** Offset of the record; of the rows of a key, the greatest is the newest. */
  public static final String OFFSET = "recordOffset";

  /** Time of the record. */
  public static final String TIME = "recordTime";

  private final AtomicInteger id = new AtomicInteger();

  private EventColumns() {}

  static Schema of(org.apache.avro.Schema event) {
    EventColumns columns = new EventColumns();
    List<NestedField> fields = columns.fields(event);
    fields.add(
        columns.added(
            REMOVED,
            Types.BooleanType.get(),
            "True in a row that says that its key is no more; it has only key and record"
                + " columns."));
    fields.add(columns.added(PARTITION, Types.IntegerType.get(), "Partition of the event."));
    fields.add(
        columns.added(
            OFFSET,
            Types.LongType.get(),
            "Offset of the event; of the rows of a key, the greatest is the newest."));
    fields.add(columns.added(TIME, Types.TimestampType.withZone(), "Time of the event."));
    return new Schema(fields);
  }

  private NestedField added(String name, Type type, String meaning) {
    return NestedField.optional(id.incrementAndGet(), name, type, meaning);
  }

  private List<NestedField> fields(org.apache.avro.Schema event) {
    List<NestedField> fields = new ArrayList<>();
    for (Field field : event.getFields()) {
      int own = id.incrementAndGet();
      fields.add(NestedField.optional(own, field.name(), type(field.schema()), field.doc()));
    }
    return fields;
  }

  private Type type(org.apache.avro.Schema schema) {
    return switch (schema.getType()) {
      case RECORD -> Types.StructType.of(fields(schema));
      case ARRAY -> Types.ListType.ofOptional(id.incrementAndGet(), type(schema.getElementType()));
      case UNION -> type(presentType(schema));
      case BOOLEAN -> Types.BooleanType.get();
      case DOUBLE -> Types.DoubleType.get();
      case INT -> isDate(schema) ? Types.DateType.get() : Types.IntegerType.get();
      case LONG -> isTime(schema) ? Types.TimestampType.withZone() : Types.LongType.get();
      case STRING, ENUM -> Types.StringType.get();
      case FLOAT, BYTES, FIXED, MAP, NULL ->
          throw new IllegalArgumentException("no event has a field of type " + schema.getType());
    };
  }

  private static org.apache.avro.Schema presentType(org.apache.avro.Schema union) {
    return union.getTypes().stream()
        .filter(type -> type.getType() != org.apache.avro.Schema.Type.NULL)
        .findFirst()
        .orElseThrow();
  }

  private static boolean isDate(org.apache.avro.Schema schema) {
    return schema.getLogicalType() instanceof LogicalTypes.Date;
  }

  private static boolean isTime(org.apache.avro.Schema schema) {
    LogicalType type = schema.getLogicalType();
    return type instanceof LogicalTypes.TimestampMillis
        || type instanceof LogicalTypes.TimestampMicros;
  }
}
