package org.openimr.cli.doctor;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.openimr.schemas.settings.Settings;

/**
 * The installation under check.
 *
 * @param services base URLs of the services' HTTP servers
 */
record ClusterContext(Settings settings, Admin admin, List<URI> services) implements AutoCloseable {
  static final String REQUEST_TIMEOUT_MS = "5000";

  /** Creates the admin client, which connects on first use. */
  static ClusterContext connect(Settings settings, List<URI> services) {
    Map<String, Object> kafka = new HashMap<>(settings.kafka());
    kafka.putIfAbsent("default.api.timeout.ms", REQUEST_TIMEOUT_MS);
    kafka.putIfAbsent("request.timeout.ms", REQUEST_TIMEOUT_MS);
    kafka.put("client.id", "imr-doctor");
    return new ClusterContext(settings, Admin.create(kafka), List.copyOf(services));
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
  }
}
