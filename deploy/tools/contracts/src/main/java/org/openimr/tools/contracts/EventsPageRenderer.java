package org.openimr.tools.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;
import org.openimr.schemas.event.ClinicalFields;

/** Renders the AsyncAPI document as Markdown: topics, headers and every field of every event. */
final class EventsPageRenderer {
  private static final String HEAD =
      """
      # Topics and events

      The contract for consumers. This page is generated from
      [asyncapi.json](../tools/contracts/published/asyncapi.json); `imr contracts DIR` writes both.
      [Consuming events](consume.md) has examples in several languages.

      All events of a letter are published in one transaction. Consume them with
      `isolation.level=read_committed`. Values are Avro in Confluent's wire format with the subject
      `<topic>-value`. Within `v1`, schema changes are limited to fields with defaults and enum symbols
      (FULL_TRANSITIVE). Any other change gets a new topic.

      Fields marked **Clinical** have the property `imr.clinical` in the Avro schema. Outputs withhold
      them from readers without the [permission](health-data.md#clinical-fields).

      ## Topics

      | topic | content | key | retention | partitions |
      | --- | --- | --- | --- | ---: |
      """;

  private final Map<String, Schema> types = new LinkedHashMap<>();
  private final StringBuilder page = new StringBuilder(HEAD);

  private EventsPageRenderer() {}

  /** Returns the Markdown page of an AsyncAPI document. */
  static String render(JsonNode asyncApi) {
    EventsPageRenderer events = new EventsPageRenderer();
    asyncApi.get("channels").forEach(channel -> events.topic(asyncApi, channel));
    events.headers(asyncApi.at("/components/schemas"));
    asyncApi.at("/components/messages").forEach(events::event);
    events.types();
    return events.page.toString();
  }

  private void topic(JsonNode asyncApi, JsonNode channel) {
    JsonNode kafka = channel.at("/bindings/kafka");
    JsonNode message = message(asyncApi, channel);
    JsonNode key = message.at("/bindings/kafka/key/description");
    String content = cell(channel.get("description").asText());
    String value =
        message.at("/payload/schema").isMissingNode()
            ? ""
            : " [%s](#%s)"
                .formatted(message.get("name").asText(), anchor(message.get("name").asText()));
    page.append(
        "| `%s` | %s%s | %s | %s | %d |\n"
            .formatted(
                channel.get("address").asText(),
                content,
                value,
                cell(key.asText()),
                retention(kafka.get("topicConfiguration")),
                kafka.get("partitions").asInt()));
  }

  private static JsonNode message(JsonNode asyncApi, JsonNode channel) {
    String reference = channel.get("messages").elements().next().get("$ref").asText();
    return asyncApi.at(reference.substring(1));
  }

  private static String retention(JsonNode settings) {
    boolean compacted =
        Stream.of("0", "1")
            .anyMatch(i -> settings.at("/cleanup.policy/" + i).asText().equals("compact"));
    String days =
        settings.has("retention.ms")
            ? Duration.ofMillis(settings.get("retention.ms").asLong()).toDays() + " days"
            : "";
    return Stream.of(compacted ? "compacted" : "", days)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private void headers(JsonNode schemas) {
    page.append("\n## Headers\n");
    schemas
        .properties()
        .forEach(
            schema -> {
              page.append(
                  "\n### %s\n\n| header | description |\n| --- | --- |\n"
                      .formatted(schema.getKey()));
              schema
                  .getValue()
                  .get("properties")
                  .properties()
                  .forEach(
                      header ->
                          page.append(
                              "| `%s` | %s |\n"
                                  .formatted(
                                      header.getKey(),
                                      cell(header.getValue().get("description").asText()))));
            });
  }

  private void event(JsonNode message) {
    JsonNode avro = message.at("/payload/schema");
    if (!avro.isMissingNode()) {
      Schema event = new SchemaParser().parse(avro.toString()).mainSchema();
      page.append("\n## ").append(event.getName()).append("\n");
      fields(event);
    }
  }

  private void fields(Schema type) {
    page.append(
        "\n%s\n\n| field | type | description |\n| --- | --- | --- |\n"
            .formatted(doc(type.getDoc())));
    for (Schema.Field field : type.getFields()) {
      page.append(
          "| `%s` | %s | %s |\n"
              .formatted(field.name(), typeName(field.schema()), description(type, field)));
    }
  }

  private static String description(Schema type, Schema.Field field) {
    return ClinicalFields.isClinical(type, field)
        ? doc(field.doc()) + " **Clinical.**"
        : doc(field.doc());
  }

  private void types() {
    page.append("\n## Types\n");
    Map<String, Schema> written = new LinkedHashMap<>();
    while (written.size() < types.size()) {
      Map<String, Schema> next = new LinkedHashMap<>(types);
      next.keySet().removeAll(written.keySet());
      next.forEach(
          (name, type) -> {
            written.put(name, type);
            page.append("\n### ").append(name).append("\n");
            if (type.getType() == Schema.Type.RECORD) {
              fields(type);
            } else {
              page.append("\n").append(symbols(type)).append("\n");
            }
          });
    }
  }

  /** Turns each further line of an enum's doc, which describes one symbol, into a list item. */
  private static String symbols(Schema type) {
    String names =
        type.getEnumSymbols().stream().map(s -> "`" + s + "`").collect(Collectors.joining(", "));
    String doc = type.getDoc() == null ? "" : type.getDoc();
    return doc.lines().map(String::strip).collect(Collectors.joining("\n- ", "", "\n\n"))
        + "Symbols: "
        + names;
  }

  private String typeName(Schema type) {
    return switch (type.getType()) {
      case RECORD, ENUM -> {
        types.putIfAbsent(type.getName(), type);
        yield "[%s](#%s)".formatted(type.getName(), anchor(type.getName()));
      }
      case UNION ->
          type.getTypes().stream()
                  .filter(choice -> choice.getType() != Schema.Type.NULL)
                  .map(this::typeName)
                  .collect(Collectors.joining(" or "))
              + (type.isNullable() ? ", or null" : "");
      case ARRAY -> "list of " + typeName(type.getElementType());
      case MAP -> "map of " + typeName(type.getValueType());
      case INT, LONG -> number(type.getLogicalType(), type);
      case STRING, BYTES, FIXED, FLOAT, DOUBLE, BOOLEAN, NULL -> type.getType().getName();
    };
  }

  private static String number(LogicalType logical, Schema type) {
    return logical == null ? type.getType().getName() : logical.getName();
  }

  private static String anchor(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static String doc(String doc) {
    return doc == null ? "" : cell(doc);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|")
        .replace("<", "&lt;")
        .lines()
        .map(String::strip)
        .collect(Collectors.joining(" "));
  }
}
