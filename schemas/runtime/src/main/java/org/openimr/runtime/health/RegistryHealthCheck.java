package org.openimr.runtime.health;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Checks that the schema registry is reachable. A service that has reached it once keeps running
 * without it, because it has cached its schemas: degraded then, down before.
 */
public final class RegistryHealthCheck implements Supplier<HealthStatus>, AutoCloseable {
  private static final String TIMEOUT_MILLIS = "3000";
  private static final Duration CHECK_INTERVAL = Duration.ofSeconds(5);

  private final SchemaRegistryClient client;
  private boolean reached;
  private HealthStatus latest = HealthStatus.UP;
  private long nextCheckNanos = System.nanoTime();

  /**
   * @param registry settings of Confluent's client, {@code schema.registry.url} at least
   */
  public RegistryHealthCheck(Map<String, String> registry) {
    Map<String, String> settings = new HashMap<>(registry);
    settings.put("schema.registry.http.connect.timeout.ms", TIMEOUT_MILLIS);
    settings.put("schema.registry.http.read.timeout.ms", TIMEOUT_MILLIS);
    settings.put("schema.registry.max.retries", "0");
    client =
        SchemaRegistryClientFactory.newClient(
            registry.get("schema.registry.url"), 1, List.of(), settings, Map.of());
  }

  @Override
  public HealthStatus get() {
    if (System.nanoTime() - nextCheckNanos >= 0) {
      latest = check();
      // the client logs each failure
      nextCheckNanos =
          System.nanoTime() + (latest.equals(HealthStatus.UP) ? 0 : CHECK_INTERVAL.toNanos());
    }
    return latest;
  }

  private HealthStatus check() {
    try {
      client.getAllSubjects();
      reached = true;
      return HealthStatus.UP;
    } catch (RestClientException e) {
      return unavailable("registry responds with status " + e.getStatus());
    } catch (IOException e) {
      return unavailable("registry not reachable");
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  private HealthStatus unavailable(String reason) {
    return reached
        ? HealthStatus.degraded(reason + "; cached schemas are used")
        : HealthStatus.down(reason);
  }
}
