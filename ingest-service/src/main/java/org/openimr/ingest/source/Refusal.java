package org.openimr.ingest.source;

import java.io.Serial;
import java.time.Duration;
import org.openimr.service.Problem;

/** Why a request is not accepted. */
final class Refusal extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  private Refusal(Problem problem) {
    super(problem.title(), null, false, false);
    this.problem = problem;
  }

  static Refusal malformed(String detail) {
    return of(400, "Malformed request", detail);
  }

  static Refusal tooSlow(String detail) {
    return of(408, "Request took too long", detail);
  }

  static Refusal tooLarge(String detail) {
    return of(413, "Letter too large", detail);
  }

  static Refusal unsupportedType(String detail) {
    return of(415, "Neither a PDF nor a text", detail);
  }

  static Refusal keyReused(String detail) {
    return of(422, "Idempotency-Key reused", detail);
  }

  static Refusal full(String detail) {
    return new Refusal(
        Problem.of(429, "Too many letters at once")
            .detail(detail)
            .retryAfter(Duration.ofSeconds(1)));
  }

  static Refusal brokerAway(String detail) {
    return new Refusal(
        Problem.of(503, "Broker not reached").detail(detail).retryAfter(Duration.ofSeconds(5)));
  }

  Problem problem() {
    return problem;
  }

  private static Refusal of(int status, String title, String detail) {
    return new Refusal(Problem.of(status, title).detail(detail));
  }
}
