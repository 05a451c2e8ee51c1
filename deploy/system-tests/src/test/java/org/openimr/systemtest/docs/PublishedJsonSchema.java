package org.openimr.systemtest.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A published JSON Schema, checked by an independent validator, including formats. */
final class PublishedJsonSchema {
  private static final Path PUBLISHED = Path.of("../tools/contracts/published");

  private final Schema schema;

  private PublishedJsonSchema(JsonNode schema) {
    this.schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema);
  }

  static PublishedJsonSchema ofEvent(String name) throws IOException {
    return new PublishedJsonSchema(published("schemas/%s.schema.json".formatted(name)));
  }

  /** Returns the schema of a reference in the OpenAPI document of the HTTP API. */
  static PublishedJsonSchema ofHttpApi(JsonNode document, JsonNode reference) {
    ObjectNode schema = new ObjectMapper().createObjectNode();
    schema.setAll((ObjectNode) reference);
    schema.set("components", document.get("components"));
    return new PublishedJsonSchema(schema);
  }

  static JsonNode published(String name) throws IOException {
    return new ObjectMapper().readTree(PUBLISHED.resolve(name).toFile());
  }

  /** Returns the violations of a value; empty if it is valid. */
  List<String> faults(JsonNode value) {
    return schema
        .validate(
            value.toString(),
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Object::toString)
        .toList();
  }
}
