package org.openimr.tools.contracts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.openimr.schemas.event.CloudEventHeaders;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.LetterPart;
import org.openimr.tools.contracts.TopicContract.HeaderSet;

/** JSON Schemas of record headers; each value is UTF-8 text. */
final class HeaderJsonSchemas {
  private HeaderJsonSchemas() {}

  /** Returns the name of the schema of a header set. */
  static String name(HeaderSet headers) {
    return switch (headers) {
      case LETTER -> "LetterHeaders";
      case CLOUD_EVENT -> "CloudEventHeaders";
      case DEAD_LETTER -> "DeadLetterHeaders";
      case NONE -> throw new IllegalArgumentException("NONE has no schema");
    };
  }

  /** Returns all schemas by name. */
  static ObjectNode all() {
    ObjectNode schemas = JsonNodeFactory.instance.objectNode();
    schemas.set(name(HeaderSet.LETTER), schema(letter(), false));
    schemas.set(name(HeaderSet.CLOUD_EVENT), schema(cloudEvent(), true));
    ObjectNode dead = schema(deadLetter(), true);
    ArrayNode codes =
        ((ObjectNode) dead.at("/properties").get(DeadLetterReason.CODE)).putArray("enum");
    Arrays.stream(DeadLetterReason.Code.values()).map(Enum::name).forEach(codes::add);
    part().forEach((name, text) -> describe(dead.withObject("/properties"), name, text));
    schemas.set(name(HeaderSet.DEAD_LETTER), dead);
    return schemas;
  }

  private static Map<String, String> letter() {
    return Map.of(
        "content-type",
        "media type, if known; the pipeline detects the type from the bytes",
        "source-uri",
        "location of the letter; clinical, as source.uri",
        "source-name",
        "file name of the letter; clinical, as source.name",
        LetterPart.HEADER,
        "only this letter of the document is processed, such as 2/3; set by imr dlq replay");
  }

  /** Headers of letters whose document contains several. */
  private static Map<String, String> part() {
    return new TreeMap<>(
        Map.of(
            LetterPart.HEADER,
            "number of the letter and number of letters in its document, such as 2/3; missing if"
                + " the letter is the whole document",
            LetterPart.DOCUMENT_HEADER,
            "SHA-256 of the document's bytes; missing if the letter is the whole document"));
  }

  private static Map<String, String> cloudEvent() {
    return Map.of(
        "ce_specversion",
        "1.0",
        CloudEventHeaders.ID,
        "event id; the same for the same letter and the same parser version",
        CloudEventHeaders.TYPE,
        "event type, e.g. org.openimr.item-decision.v1",
        "ce_source",
        "service that published the event, e.g. /imr/enrich-service",
        CloudEventHeaders.TIME,
        "time at which the letter was received, RFC 3339",
        CloudEventHeaders.SUBJECT,
        "case key",
        "content-type",
        "application/avro");
  }

  private static Map<String, String> deadLetter() {
    return Map.of(
        DeadLetterReason.CODE, "reason code",
        DeadLetterReason.STAGE, "stage that rejected the record: ingest, enrich, sink:...",
        DeadLetterReason.FIELD,
            "field of the letter that caused the failure; empty for the whole letter",
        DeadLetterReason.MESSAGE, "description of the failure; never contains text of the letter",
        DeadLetterReason.TOPIC, "topic of the failed record",
        DeadLetterReason.PARTITION, "partition of the failed record",
        DeadLetterReason.OFFSET, "offset of the failed record",
        DeadLetterReason.TIME, "time of the failure, RFC 3339",
        DeadLetterReason.REPLAYS, "number of replays");
  }

  private static ObjectNode schema(Map<String, String> headers, boolean always) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    Map<String, String> sorted = new TreeMap<>(headers);
    sorted.forEach((name, description) -> describe(properties, name, description));
    if (always) {
      ArrayNode required = schema.putArray("required");
      sorted.keySet().forEach(required::add);
    }
    return schema;
  }

  private static void describe(ObjectNode properties, String name, String description) {
    properties.putObject(name).put("type", "string").put("description", description);
  }
}
