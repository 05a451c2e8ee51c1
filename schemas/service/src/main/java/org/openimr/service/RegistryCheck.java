package org.openimr.service;

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
public final class RegistryCheck implements Supplier<Finding>, AutoCloseable {
  private static final String PATIENCE_MILLIS = "3000";
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final SchemaRegistryClient client;
  private boolean reached;
  private Finding newest = Finding.UP;
  private long askAgain = System.nanoTime();

  /**
   * @param registry settings of Confluent's client, {@code schema.registry.url} at least
   */
  public RegistryCheck(Map<String, String> registry) {
    Map<String, String> settings = new HashMap<>(registry);
    settings.put("schema.registry.http.connect.timeout.ms", PATIENCE_MILLIS);
    settings.put("schema.registry.http.read.timeout.ms", PATIENCE_MILLIS);
    settings.put("schema.registry.max.retries", "0");
    client =
        SchemaRegistryClientFactory.newClient(
            registry.get("schema.registry.url"), 1, List.of(), settings, Map.of());
  }

  @Override
  public Finding get() {
    if (System.nanoTime() - askAgain >= 0) {
      newest = ask();
      // the client logs each failure
      askAgain = System.nanoTime() + (newest.equals(Finding.UP) ? 0 : PAUSE.toNanos());
    }
    return newest;
  }

  private Finding ask() {
    try {
      client.getAllSubjects();
      reached = true;
      return Finding.UP;
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

  private Finding away(String reason) {
    return reached
        ? Finding.degraded(reason + "; schemas known so far still serve")
        : Finding.down(reason);
  }
}
