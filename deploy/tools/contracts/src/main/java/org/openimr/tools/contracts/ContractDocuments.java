package org.openimr.tools.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.openimr.schemas.topic.Topic;

/** The published contract documents. */
public final class ContractDocuments {
  private static final String HTTP_API = "letters.openapi.json";

  private ContractDocuments() {}

  /**
   * Returns the documents by file name: {@code asyncapi.json}, {@code letters.openapi.json} and
   * {@code schemas/<Event>.schema.json}.
   */
  public static Map<String, String> documents() {
    Map<String, String> documents = new TreeMap<>();
    documents.put("asyncapi.json", pretty(AsyncApiDocument.document()));
    documents.put(HTTP_API, httpApi());
    for (Topic topic : Topic.values()) {
      topic
          .schema()
          .ifPresent(
              schema ->
                  documents.put(
                      "schemas/%s.schema.json".formatted(schema.getName()),
                      pretty(EventJsonSchemas.of(schema))));
    }
    return documents;
  }

  /** Returns the Markdown page of topics and events. */
  public static String eventsPage() {
    return EventsPageRenderer.render(AsyncApiDocument.document());
  }

  private static String pretty(JsonNode document) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(document)
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("JSON tree cannot be written", e);
    }
  }

  private static String httpApi() {
    try (InputStream document = ContractDocuments.class.getResourceAsStream(HTTP_API)) {
      return new String(document.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
