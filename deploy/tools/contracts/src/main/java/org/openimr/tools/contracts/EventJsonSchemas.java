package org.openimr.tools.contracts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.openimr.schemas.event.ClinicalFields;

/**
 * JSON Schemas (2020-12) of events in the form that {@code imr parse} and {@code imr tail} print:
 * dates as {@code 2016-12-09}, enums by name, null for what the letter does not say, all fields
 * always there except clinical ones, which {@code imr tail} and webhooks withhold by default. A
 * later version may add fields.
 */
final class EventJsonSchemas {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ObjectNode definitions = JSON.objectNode();

  private EventJsonSchemas() {}

  /** The JSON Schema of a kind of event. */
  static ObjectNode of(Schema event) {
    EventJsonSchemas schemas = new EventJsonSchemas();
    ObjectNode schema = JSON.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", "urn:imr:" + event.getName());
    schema.put("title", event.getName());
    schema.setAll(schemas.object(event));
    schema.set("$defs", schemas.definitions);
    return schema;
  }

  private ObjectNode object(Schema type) {
    ObjectNode schema = described(type.getDoc());
    schema.put("type", "object");
    ArrayNode required = schema.putArray("required");
    ObjectNode properties = schema.putObject("properties");
    for (Schema.Field field : type.getFields()) {
      ObjectNode property = described(field.doc());
      property.setAll(value(field.schema()));
      if (ClinicalFields.isClinical(type, field)) {
        property.put(ClinicalFields.PROPERTY, true);
      } else {
        required.add(field.name());
      }
      properties.set(field.name(), property);
    }
    return schema;
  }

  private ObjectNode value(Schema type) {
    return switch (type.getType()) {
      case RECORD, ENUM -> reference(type);
      case UNION -> union(type.getTypes());
      case ARRAY -> list(type.getElementType());
      case MAP -> typed("object").set("additionalProperties", value(type.getValueType()));
      case INT, LONG -> number(type.getLogicalType());
      case FLOAT, DOUBLE -> typed("number");
      case BOOLEAN -> typed("boolean");
      case NULL -> typed("null");
      case STRING, BYTES, FIXED -> typed("string");
    };
  }

  private ObjectNode reference(Schema type) {
    String name = type.getName();
    if (!definitions.has(name)) {
      definitions.putNull(name);
      definitions.set(name, type.getType() == Schema.Type.ENUM ? symbols(type) : object(type));
    }
    return JSON.objectNode().put("$ref", "#/$defs/" + name);
  }

  private static ObjectNode symbols(Schema type) {
    ObjectNode schema = described(type.getDoc());
    schema.put("type", "string");
    ArrayNode symbols = schema.putArray("enum");
    type.getEnumSymbols().forEach(symbols::add);
    return schema;
  }

  private ObjectNode union(List<Schema> types) {
    ObjectNode schema = JSON.objectNode();
    ArrayNode choices = schema.putArray("anyOf");
    types.forEach(type -> choices.add(value(type)));
    return schema;
  }

  private ObjectNode list(Schema element) {
    ObjectNode schema = typed("array");
    schema.set("items", value(element));
    return schema;
  }

  private static ObjectNode number(LogicalType type) {
    if (type instanceof LogicalTypes.Date) {
      return typed("string").put("format", "date");
    }
    return type instanceof LogicalTypes.TimestampMillis
        ? typed("string").put("format", "date-time")
        : typed("integer");
  }

  private static ObjectNode typed(String type) {
    return JSON.objectNode().put("type", type);
  }

  private static ObjectNode described(String doc) {
    ObjectNode schema = JSON.objectNode();
    if (doc != null) {
      schema.put("description", doc);
    }
    return schema;
  }
}
