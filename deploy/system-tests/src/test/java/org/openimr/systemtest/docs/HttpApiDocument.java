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

/** The HTTP entrance's published document, and whether an answer is as it says. */
record HttpApiDocument(JsonNode tree) {

  /** An answer of a running service; names of headers in small letters. */
  record HttpAnswer(String status, Map<String, String> headers, String body) {

    static HttpAnswer of(HttpResponse<String> answer) {
      Map<String, String> headers = new TreeMap<>();
      answer.headers().map().forEach((name, values) -> headers.put(name, values.getFirst()));
      return new HttpAnswer(Integer.toString(answer.statusCode()), headers, answer.body());
    }

    /** From the bytes on the wire; without a status if there is no answer. */
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

    /** The media type, without its parameters. */
    String type() {
      return headers.getOrDefault("content-type", "").split(";")[0];
    }
  }

  static HttpApiDocument published() throws IOException {
    return new HttpApiDocument(PublishedJsonSchema.published("letters.openapi.json"));
  }

  /** An operation, such as {@code post} of {@code /v1/letters}. */
  JsonNode operation(String method, String path) {
    return tree.get("paths").get(path).get(method);
  }

  /** In what an answer differs from what is documented for its operation. */
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
      PublishedJsonSchema.ofEntrance(tree, content.get("schema"))
          .faults(new ObjectMapper().readTree(answer.body()))
          .forEach(fault -> faults.add(what + ": " + fault));
    }
    return faults;
  }
}
