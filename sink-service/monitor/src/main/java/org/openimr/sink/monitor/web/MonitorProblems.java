package org.openimr.sink.monitor.web;

import java.time.Duration;
import org.openimr.runtime.http.ProblemDetail;

/** The errors that the page's endpoints answer with. */
final class MonitorProblems {
  static final ProblemDetail MALFORMED = ProblemDetail.of(400, "Malformed request");
  static final ProblemDetail INVALID_KEY = ProblemDetail.of(401, "The key is not right");
  static final ProblemDetail UNKNOWN = ProblemDetail.of(404, "Nothing here");
  static final ProblemDetail HOST_NOT_ALLOWED =
      ProblemDetail.of(421, "Not the name of this host (setting monitor.http.hosts)");
  static final ProblemDetail NOT_READY =
      ProblemDetail.of(503, "Partitions are being moved; ask again")
          .retryAfter(Duration.ofSeconds(2));

  static final ProblemDetail PEER_UNAVAILABLE =
      ProblemDetail.of(503, "An instance does not answer").retryAfter(Duration.ofSeconds(5));

  private MonitorProblems() {}
}
