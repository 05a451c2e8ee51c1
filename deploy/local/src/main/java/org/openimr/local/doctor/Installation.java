package org.openimr.local.doctor;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.openimr.schemas.Settings;

/**
 * What is looked at.
 *
 * @param services addresses of services' HTTP
 */
record Installation(Settings settings, Admin admin, List<URI> services) implements AutoCloseable {
  static final String ANSWER_LIMIT_MILLIS = "5000";

  /** Connects; nothing needs to be there. */
  static Installation at(Settings settings, List<URI> services) {
    Map<String, Object> kafka = new HashMap<>(settings.kafka());
    kafka.putIfAbsent("default.api.timeout.ms", ANSWER_LIMIT_MILLIS);
    kafka.putIfAbsent("request.timeout.ms", ANSWER_LIMIT_MILLIS);
    kafka.put("client.id", "imr-doctor");
    return new Installation(settings, Admin.create(kafka), List.copyOf(services));
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
