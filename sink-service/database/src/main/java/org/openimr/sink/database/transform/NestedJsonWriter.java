package org.openimr.sink.database.transform;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;

/** Formats a nested value as JSON text. */
final class NestedJsonWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private NestedJsonWriter() {}

  static String of(Schema schema, Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      write(json, schema, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Schema schema, Object value) throws IOException {
    switch (value) {
      case null -> json.writeNull();
      case Struct fields -> writeFields(json, fields);
      case Collection<?> elements -> writeElements(json, schema.valueSchema(), elements);
      case Map<?, ?> entries -> writeEntries(json, schema.valueSchema(), entries);
      case String text -> json.writeString(ColumnMapping.storable(text));
      case Boolean truth -> json.writeBoolean(truth);
      case Date time -> json.writeString(format(schema, time));
      case BigDecimal number -> json.writeNumber(number);
      case Float number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Number number -> json.writeNumber(number.longValue());
      case ByteBuffer bytes -> json.writeBinary(copy(bytes));
      case byte[] bytes -> json.writeBinary(bytes);
      default ->
          throw new IllegalArgumentException(
              "unsupported JSON value: " + value.getClass().getName());
    }
  }

  private static void writeFields(JsonGenerator json, Struct fields) throws IOException {
    json.writeStartObject();
    for (Field field : fields.schema().fields()) {
      json.writeFieldName(field.name());
      write(json, field.schema(), fields.get(field));
    }
    json.writeEndObject();
  }

  private static void writeElements(JsonGenerator json, Schema element, Collection<?> elements)
      throws IOException {
    json.writeStartArray();
    for (Object value : elements) {
      write(json, element, value);
    }
    json.writeEndArray();
  }

  private static void writeEntries(JsonGenerator json, Schema entry, Map<?, ?> entries)
      throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> each : entries.entrySet()) {
      json.writeFieldName(ColumnMapping.storable(String.valueOf(each.getKey())));
      write(json, entry, each.getValue());
    }
    json.writeEndObject();
  }

  /** Connect represents dates, times of day and timestamps as {@link Date} in UTC. */
  private static String format(Schema schema, Date time) {
    return switch (schema.name()) {
      case Timestamp.LOGICAL_NAME -> time.toInstant().toString();
      case org.apache.kafka.connect.data.Date.LOGICAL_NAME ->
          time.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
      default -> time.toInstant().atZone(ZoneOffset.UTC).toLocalTime().toString();
    };
  }

  private static byte[] copy(ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    return copy;
  }
}
