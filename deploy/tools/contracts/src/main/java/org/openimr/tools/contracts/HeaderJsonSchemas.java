package org.openimr.tools.contracts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.openimr.schemas.event.CloudEventHeaders;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.tools.contracts.TopicContract.HeaderSet;

/** Headers of records as JSON Schemas; each value is UTF-8 text. */
final class HeaderJsonSchemas {
  private HeaderJsonSchemas() {}

  /** Name of the schema of a kind of headers. */
  static String name(HeaderSet headers) {
    return switch (headers) {
      case LETTER -> "LetterHeaders";
      case CLOUD_EVENT -> "CloudEventHeaders";
      case DEAD_LETTER -> "DeadLetterHeaders";
      case NONE -> throw new IllegalArgumentException("no headers, no schema");
    };
  }

  /** All of them by name. */
  static ObjectNode all() {
    ObjectNode schemas = JsonNodeFactory.instance.objectNode();
    schemas.set(name(HeaderSet.LETTER), schema(letter(), false));
    schemas.set(name(HeaderSet.CLOUD_EVENT), schema(cloudEvent(), true));
    ObjectNode dead = schema(deadLetter(), true);
    ArrayNode codes =
        ((ObjectNode) dead.at("/properties").get(DeadLetterReason.CODE)).putArray("enum");
    Arrays.stream(DeadLetterReason.Code.values()).map(Enum::name).forEach(codes::add);
    schemas.set(name(HeaderSet.DEAD_LETTER), dead);
    return schemas;
  }

  private static Map<String, String> letter() {
    return Map.of(
        "content-type", "media type, if it is known; the bytes decide",
        "source-uri", "where the letter is to be found",
        "source-name", "name of its file");
  }

  private static Map<String, String> cloudEvent() {
    return Map.of(
        "ce_specversion",
        "1.0",
        CloudEventHeaders.ID,
        "the same whenever the same letter is read by the same parser version",
        CloudEventHeaders.TYPE,
        "kind of event, e.g. org.openimr.item-decision.v1",
        "ce_source",
        "the service, e.g. /imr/enrich-service",
        CloudEventHeaders.TIME,
        "when the letter was received, RFC 3339",
        CloudEventHeaders.SUBJECT,
        "case key",
        "content-type",
        "application/avro");
  }

  private static Map<String, String> deadLetter() {
    return Map.of(
        DeadLetterReason.CODE, "why",
        DeadLetterReason.STAGE, "what refused it: ingest, enrich, sink:...",
        DeadLetterReason.FIELD, "what of the letter it concerns; empty for all of it",
        DeadLetterReason.MESSAGE, "a sentence for people; never text of the letter",
        DeadLetterReason.TOPIC, "topic of the record",
        DeadLetterReason.PARTITION, "its partition",
        DeadLetterReason.OFFSET, "its offset",
        DeadLetterReason.TIME, "when it failed, RFC 3339",
        DeadLetterReason.REPLAYS, "how often it was replayed");
  }

  private static ObjectNode schema(Map<String, String> headers, boolean always) {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    schema.put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    Map<String, String> sorted = new TreeMap<>(headers);
    sorted.forEach(
        (name, meaning) ->
            properties.putObject(name).put("type", "string").put("description", meaning));
    if (always) {
      ArrayNode required = schema.putArray("required");
      sorted.keySet().forEach(required::add);
    }
    return schema;
  }
}
