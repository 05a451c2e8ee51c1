package org.openimr.sink.database.transform;

import java.time.format.DateTimeFormatter;
import java.util.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Timestamp;

/** The column type and value of an event field. */
enum ColumnMapping {
  /** {@code jsonb}. */
  JSON {
    @Override
    Schema schema(Schema field) {
      return named("io.debezium.data.Json", field).parameter(SOURCE_TYPE, "JSONB").build();
    }

    @Override
    Object value(Schema field, Object value) {
      return NestedJsonWriter.of(field, value);
    }
  },
  /** {@code timestamptz}. */
  TIME {
    @Override
    Schema schema(Schema field) {
      return named("io.debezium.time.ZonedTimestamp", field).build();
    }

    @Override
    Object value(Schema field, Object value) {
      return DateTimeFormatter.ISO_INSTANT.format(((Date) value).toInstant());
    }
  },
  /** {@code text}. */
  TEXT {
    @Override
    Schema schema(Schema field) {
      return field;
    }

    @Override
    Object value(Schema field, Object value) {
      return storable((String) value);
    }
  },
  /** The type that Debezium's sink derives from the field. */
  PLAIN {
    @Override
    Schema schema(Schema field) {
      return field;
    }

    @Override
    Object value(Schema field, Object value) {
      return value;
    }
  };

  /** Schema parameter for the type of the source column, which Debezium's sink reads. */
  private static final String SOURCE_TYPE = "__debezium.source.column.type";

  abstract Schema schema(Schema field);

  /** Converts a value that is not null. */
  abstract Object value(Schema field, Object value);

  static ColumnMapping of(Schema field) {
    if (Timestamp.LOGICAL_NAME.equals(field.name())) {
      return TIME;
    }
    return switch (field.type()) {
      case STRUCT, ARRAY, MAP -> JSON;
      case STRING -> TEXT;
      case INT8, INT16, INT32, INT64, FLOAT32, FLOAT64, BOOLEAN, BYTES -> PLAIN;
    };
  }

  /** Replaces U+0000, which PostgreSQL cannot store in text, with U+FFFD. */
  static String storable(String text) {
    return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
  }

  private static SchemaBuilder named(String name, Schema field) {
    SchemaBuilder schema = SchemaBuilder.string().name(name).version(1).doc(field.doc());
    return field.isOptional() ? schema.optional() : schema;
  }
}
