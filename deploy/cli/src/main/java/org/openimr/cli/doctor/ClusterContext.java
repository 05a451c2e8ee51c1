package org.openimr.cli.doctor;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.openimr.schemas.settings.Settings;

/**
 * What is looked at.
 *
 * @param services addresses of services' HTTP
 */
record ClusterContext(Settings settings, Admin admin, List<URI> services) implements AutoCloseable {
  static final String ANSWER_LIMIT_MILLIS = "5000";

  /** Connects; nothing needs to be there. */
  static ClusterContext connect(Settings settings, List<URI> services) {
    Map<String, Object> kafka = new HashMap<>(settings.kafka());
    kafka.putIfAbsent("default.api.timeout.ms", ANSWER_LIMIT_MILLIS);
    kafka.putIfAbsent("request.timeout.ms", ANSWER_LIMIT_MILLIS);
    kafka.put("client.id", "imr-doctor");
    return new ClusterContext(settings, Admin.create(kafka), List.copyOf(services));
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
