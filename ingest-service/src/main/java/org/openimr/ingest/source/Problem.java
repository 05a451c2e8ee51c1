package org.openimr.ingest.source;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/** An answer that is an error, as {@code application/problem+json} (RFC 9457). */
final class Problem extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;
  private final String title;
  private final transient Optional<Duration> retryAfter;

  private Problem(int status, String title, String detail, Optional<Duration> retryAfter) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.retryAfter = retryAfter;
  }

  static Problem malformed(String detail) {
    return new Problem(400, "Malformed request", detail, Optional.empty());
  }

  static Problem tooSlow(String detail) {
    return new Problem(408, "Request took too long", detail, Optional.empty());
  }

  static Problem tooLarge(String detail) {
    return new Problem(413, "Letter too large", detail, Optional.empty());
  }

  static Problem unsupportedType(String detail) {
    return new Problem(415, "Neither a PDF nor a text", detail, Optional.empty());
  }

  static Problem keyReused(String detail) {
    return new Problem(422, "Idempotency-Key reused", detail, Optional.empty());
  }

  static Problem full(String detail) {
    return new Problem(429, "Too many letters at once", detail, Optional.of(Duration.ofSeconds(1)));
  }

  static Problem brokerAway(String detail) {
    return new Problem(503, "Broker not reached", detail, Optional.of(Duration.ofSeconds(5)));
  }

  static Problem of(int status, String title) {
    return new Problem(status, title, title, Optional.empty());
  }

  int status() {
    return status;
  }

  void answer(Context context) {
    ObjectNode problem = JsonNodeFactory.instance.objectNode();
    problem.put("type", "about:blank");
    problem.put("title", title);
    problem.put("status", status);
    problem.put("detail", getMessage());
    retryAfter.ifPresent(time -> context.header("Retry-After", Long.toString(time.toSeconds())));
    context.status(status).contentType("application/problem+json").result(problem.toString());
  }
}
