package org.openimr.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Optional;

/**
 * An error response as {@code application/problem+json} (RFC 9457).
 *
 * @param status HTTP status
 * @param title short description; never text of a letter
 * @param detail specific to this occurrence
 * @param retryAfter time after which the request may succeed
 */
public record ProblemDetail(
    int status, String title, Optional<String> detail, Optional<Duration> retryAfter) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem without detail. */
  public static ProblemDetail of(int status, String title) {
    return new ProblemDetail(status, title, Optional.empty(), Optional.empty());
  }

  /** This problem with a time to retry after. */
  public ProblemDetail retryAfter(Duration time) {
    return new ProblemDetail(status, title, detail, Optional.of(time));
  }

  /** This problem with a detail. */
  public ProblemDetail detail(String more) {
    return new ProblemDetail(status, title, Optional.of(more), retryAfter);
  }

  /** Sends this problem as the response. */
  public void sendTo(Context context) {
    retryAfter.ifPresent(time -> context.header("Retry-After", Long.toString(time.toSeconds())));
    context.status(status).contentType(MEDIA_TYPE).result(json());
  }

  /** The raw HTTP response, which closes the connection, for requests without a context. */
  String toRawResponse(String reason) {
    String json = json();
    return "HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(status, reason, MEDIA_TYPE, json.getBytes(UTF_8).length, json);
  }

  /** This problem as JSON. */
  String json() {
    ObjectNode problem = JsonNodeFactory.instance.objectNode();
    problem.put("type", "about:blank");
    problem.put("title", title);
    problem.put("status", status);
    detail.ifPresent(more -> problem.put("detail", more));
    return problem.toString();
  }
}
