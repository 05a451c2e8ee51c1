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
 * Builds the columns of a table: the fields of an event with their documentation, the codes of its
 * warnings, and record columns with the position of the record and a removal flag. All columns are
 * optional, because a removal row has only key and record columns.
 */
public final class EventColumns {
  /** Column that is true in a row that removes its key. */
  public static final String REMOVED = "removed";

  /** Column with the codes of the warnings of the event, each once, sorted. */
  public static final String WARNING_CODES = "warningCodes";

  /** Column with the partition of the record. */
  public static final String PARTITION = "recordPartition";

  /**
   * Column with the offset of the record; the row with the greatest offset of a key is the newest.
   */
  public static final String OFFSET = "recordOffset";

  /** Column with the timestamp of the record. */
  public static final String TIME = "recordTime";

  private final AtomicInteger id = new AtomicInteger();

  private EventColumns() {}

  static Schema of(org.apache.avro.Schema event) {
    EventColumns columns = new EventColumns();
    List<NestedField> fields = columns.fields(event);
    fields.add(columns.warningCodes());
    fields.add(
        columns.recordColumn(
            REMOVED,
            Types.BooleanType.get(),
            "True in a row that removes its key; such a row has only key and record columns."));
    fields.add(columns.recordColumn(PARTITION, Types.IntegerType.get(), "Partition of the event."));
    fields.add(
        columns.recordColumn(
            OFFSET,
            Types.LongType.get(),
            "Offset of the event; the row with the greatest offset of a key is the newest."));
    fields.add(
        columns.recordColumn(TIME, Types.TimestampType.withZone(), "Timestamp of the event."));
    return new Schema(fields);
  }

  private NestedField warningCodes() {
    int column = id.incrementAndGet();
    return NestedField.optional(
        column,
        WARNING_CODES,
        Types.ListType.ofOptional(id.incrementAndGet(), Types.StringType.get()),
        "Codes of the warnings of the event, each once, sorted.");
  }

  private NestedField recordColumn(String name, Type type, String description) {
    return NestedField.optional(id.incrementAndGet(), name, type, description);
  }

  private List<NestedField> fields(org.apache.avro.Schema event) {
    List<NestedField> fields = new ArrayList<>();
    for (Field field : event.getFields()) {
      int fieldId = id.incrementAndGet();
      fields.add(NestedField.optional(fieldId, field.name(), type(field.schema()), field.doc()));
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
          throw new IllegalArgumentException("unsupported field type " + schema.getType());
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
