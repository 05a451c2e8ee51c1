package org.openimr.sink.monitor.web;

import java.time.Duration;
import org.openimr.runtime.http.ProblemDetail;

/** Error responses of the REST API. */
final class MonitorProblems {
  static final ProblemDetail BAD_REQUEST = ProblemDetail.of(400, "Bad Request");
  static final ProblemDetail UNAUTHORIZED =
      ProblemDetail.of(401, "Unauthorized").detail("The key is invalid.");
  static final ProblemDetail NOT_FOUND = ProblemDetail.of(404, "Not Found");
  static final ProblemDetail HOST_NOT_ALLOWED =
      ProblemDetail.of(421, "Misdirected Request")
          .detail("The host name is not allowed by the setting monitor.http.hosts.");
  static final ProblemDetail NOT_READY =
      ProblemDetail.of(503, "Service Unavailable")
          .detail("Partitions are being reassigned; retry.")
          .retryAfter(Duration.ofSeconds(2));

  static final ProblemDetail PEER_UNAVAILABLE =
      ProblemDetail.of(503, "Service Unavailable").retryAfter(Duration.ofSeconds(5));

  private MonitorProblems() {}
}
