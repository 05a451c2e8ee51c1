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
 * Whether the registry answers. A service that has reached it goes on without it, for it holds the
 * schemas that it needs: degraded then. Before, it is down.
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
      latest = ask();
      // the client logs each failure
      nextCheckNanos =
          System.nanoTime() + (latest.equals(HealthStatus.UP) ? 0 : CHECK_INTERVAL.toNanos());
    }
    return latest;
  }

  private HealthStatus ask() {
    try {
      client.getAllSubjects();
      reached = true;
      return HealthStatus.UP;
    } catch (RestClientException e) {
      return away("registry answers " + e.getStatus());
    } catch (IOException e) {
      return away("registry not reachable");
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  private HealthStatus away(String reason) {
    return reached
        ? HealthStatus.degraded(reason + "; schemas known so far still serve")
        : HealthStatus.down(reason);
  }
}
