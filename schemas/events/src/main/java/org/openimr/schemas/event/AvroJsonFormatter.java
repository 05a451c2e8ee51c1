package org.openimr.schemas.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * Formats events as human-readable JSON: the field names of CONTRACT.md, dates as {@code
 * 2016-12-09}, enums by name, no wrappers around unions.
 */
public final class AvroJsonFormatter {
  private static final JsonFactory JSON = new JsonFactory();

  private final JsonGenerator json;
  private final boolean withClinicalFields;

  private AvroJsonFormatter(JsonGenerator json, boolean withClinicalFields) {
    this.json = json;
    this.withClinicalFields = withClinicalFields;
  }

  /** Formats a record on one line. */
  public static String compact(IndexedRecord event) {
    return write(event, false, true);
  }

  /** Formats a record on one line without its {@linkplain ClinicalFields clinical fields}. */
  public static String withoutClinicalFields(IndexedRecord event) {
    return write(event, false, false);
  }

  /** Formats a record on several lines, indented. */
  public static String pretty(IndexedRecord event) {
    return write(event, true, true);
  }

  private static String write(IndexedRecord event, boolean pretty, boolean withClinicalFields) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      if (pretty) {
        json.useDefaultPrettyPrinter();
      }
      new AvroJsonFormatter(json, withClinicalFields).write(event.getSchema(), event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(Schema schema, Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case IndexedRecord fields -> writeRecord(fields);
      case Collection<?> elements -> writeArray(nonNull(schema), elements);
      case Map<?, ?> entries -> writeMap(nonNull(schema), entries);
      case Boolean truth -> json.writeBoolean(truth);
      case Integer number -> writeInteger(nonNull(schema).getLogicalType(), number);
      case Long number -> writeLong(nonNull(schema).getLogicalType(), number);
      case Float number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case ByteBuffer bytes -> json.writeBinary(remaining(bytes));
      // text, enums, LocalDate and Instant
      default -> json.writeString(value.toString());
    }
  }

  private static byte[] remaining(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private void writeRecord(IndexedRecord fields) throws IOException {
    json.writeStartObject();
    Schema record = fields.getSchema();
    for (Schema.Field field : record.getFields()) {
      if (withClinicalFields || !ClinicalFields.isClinical(record, field)) {
        json.writeFieldName(field.name());
        write(field.schema(), fields.get(field.pos()));
      }
    }
    json.writeEndObject();
  }

  private void writeArray(Schema schema, Collection<?> elements) throws IOException {
    json.writeStartArray();
    for (Object element : elements) {
      write(schema.getElementType(), element);
    }
    json.writeEndArray();
  }

  private void writeMap(Schema schema, Map<?, ?> entries) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      json.writeFieldName(entry.getKey().toString());
      write(schema.getValueType(), entry.getValue());
    }
    json.writeEndObject();
  }

  private void writeInteger(LogicalType type, int number) throws IOException {
    if (type instanceof LogicalTypes.Date) {
      json.writeString(LocalDate.ofEpochDay(number).toString());
    } else {
      json.writeNumber(number);
    }
  }

  private void writeLong(LogicalType type, long number) throws IOException {
    if (type instanceof LogicalTypes.TimestampMillis) {
      json.writeString(Instant.ofEpochMilli(number).toString());
    } else {
      json.writeNumber(number);
    }
  }

  private static Schema nonNull(Schema schema) {
    return schema.isUnion()
        ? schema.getTypes().stream()
            .filter(type -> type.getType() != Schema.Type.NULL)
            .findFirst()
            .orElseThrow()
        : schema;
  }
}
