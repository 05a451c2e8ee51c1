package org.openimr.systemtest.docs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The published OpenAPI document of the HTTP API; compares responses with it. */
record HttpApiDocument(JsonNode tree) {

  /** A response of a running service; header names are lower case. */
  record HttpAnswer(String status, Map<String, String> headers, String body) {

    static HttpAnswer of(HttpResponse<String> answer) {
      Map<String, String> headers = new TreeMap<>();
      answer.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
      return new HttpAnswer(Integer.toString(answer.statusCode()), headers, answer.body());
    }

    /** Parses the bytes of a response; the status is empty if there is no response. */
    static HttpAnswer of(String raw) {
      String[] parts = raw.split("\r\n\r\n", 2);
      Map<String, String> headers = new TreeMap<>();
      List<String> lines = parts[0].lines().toList();
      for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
        String[] header = line.split(": *", 2);
        headers.put(header[0].toLowerCase(Locale.ROOT), header[1]);
      }
      String status = raw.startsWith("HTTP/1.1 ") ? raw.substring(9, 12) : "";
      return new HttpAnswer(status, headers, parts.length == 2 ? parts[1] : "");
    }

    /** Returns the media type without its parameters. */
    String type() {
      return headers.getOrDefault("content-type", "").split(";")[0];
    }
  }

  static HttpApiDocument published() throws IOException {
    return new HttpApiDocument(PublishedJsonSchema.published("letters.openapi.json"));
  }

  /** Returns an operation, such as {@code post} of {@code /v1/letters}. */
  JsonNode operation(String method, String path) {
    return tree.get("paths").get(path).get(method);
  }

  /** Returns the differences between a response and the documentation of its operation. */
  List<String> faults(JsonNode operation, HttpAnswer answer) throws IOException {
    String what = operation.get("operationId").asText() + " answers " + answer.status();
    JsonNode documented = operation.get("responses").get(answer.status());
    if (documented == null) {
      return List.of(what + ", which is not documented");
    }
    List<String> faults = new ArrayList<>();
    documented
        .path("headers")
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!answer.headers().containsKey(name.toLowerCase(Locale.ROOT))) {
                faults.add(what + " without " + name);
              }
            });
    JsonNode content = documented.get("content").get(answer.type());
    if (content == null) {
      faults.add(what + " as " + answer.type() + ", which is not documented");
    } else if (answer.type().endsWith("json")) {
      PublishedJsonSchema.ofHttpApi(tree, content.get("schema"))
          .faults(new ObjectMapper().readTree(answer.body()))
          .forEach(fault -> faults.add(what + ": " + fault));
    }
    return faults;
  }
}
