package org.openimr.sink.monitor.page;

import java.time.Duration;
import org.openimr.service.Problem;

/** The errors that the page's endpoints answer with. */
final class Problems {
  static final Problem MALFORMED = Problem.of(400, "Malformed request");
  static final Problem KEY_REFUSED = Problem.of(401, "The key is not right");
  static final Problem UNKNOWN = Problem.of(404, "Nothing here");
  static final Problem WRONG_HOST =
      Problem.of(421, "Not the name of this host (setting monitor.http.hosts)");
  static final Problem NOT_READY =
      Problem.of(503, "Partitions are being moved; ask again").retryAfter(Duration.ofSeconds(2));

  static final Problem INSTANCE_SILENT =
      Problem.of(503, "An instance does not answer").retryAfter(Duration.ofSeconds(5));

  private Problems() {}
}
