package org.openimr.ingest.source.http;

import java.io.Serial;
import java.time.Duration;
import org.openimr.runtime.http.ProblemDetail;

/** Thrown when a request is rejected; carries the response. */
final class RequestRejectedException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final transient ProblemDetail problem;

  private RequestRejectedException(ProblemDetail problem) {
    super(problem.title(), null, false, false);
    this.problem = problem;
  }

  static RequestRejectedException malformed(String detail) {
    return of(400, "Malformed request", detail);
  }

  static RequestRejectedException tooSlow(String detail) {
    return of(408, "Request took too long", detail);
  }

  static RequestRejectedException tooLarge(String detail) {
    return of(413, "Letter too large", detail);
  }

  static RequestRejectedException unsupportedType(String detail) {
    return of(415, "Neither a PDF nor a text", detail);
  }

  static RequestRejectedException keyReused(String detail) {
    return of(422, "Idempotency-Key reused", detail);
  }

  static RequestRejectedException overloaded(String detail) {
    return new RequestRejectedException(
        ProblemDetail.of(429, "Too many letters at once")
            .detail(detail)
            .retryAfter(Duration.ofSeconds(1)));
  }

  static RequestRejectedException brokerUnavailable(String detail) {
    return new RequestRejectedException(
        ProblemDetail.of(503, "Broker not reached")
            .detail(detail)
            .retryAfter(Duration.ofSeconds(5)));
  }

  ProblemDetail problem() {
    return problem;
  }

  private static RequestRejectedException of(int status, String title, String detail) {
    return new RequestRejectedException(ProblemDetail.of(status, title).detail(detail));
  }
}
