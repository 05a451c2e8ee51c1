package org.openimr.sink.connect.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openimr.sink.connect.client.ConnectorStatus.State;
import org.openimr.sink.connect.record.RecordPosition;
import org.openimr.sink.connect.spi.SinkException;

/**
 * Manages the connectors of a worker group with the REST API of Kafka Connect.
 *
 * <p>All methods throw {@link SinkException} if no worker responds or it rejects the request.
 */
public final class ConnectRestClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ConnectHttpClient http;

  private ConnectRestClient(ConnectHttpClient http) {
    this.http = http;
  }

  /** Creates a client for a worker, e.g. {@code http://127.0.0.1:8083}. */
  public static ConnectRestClient of(URI worker) {
    return new ConnectRestClient(new ConnectHttpClient(worker));
  }

  /** Whether the worker responds and has joined its group. */
  public boolean isReady() {
    try {
      http.get("/connectors");
      return http.get("/health").path("status").asText().equals("healthy");
    } catch (SinkException e) {
      return false;
    }
  }

  /** Id of the Kafka cluster that the worker uses; empty if it does not report one. */
  public String clusterId() {
    return http.get("/").path("kafka_cluster_id").asText();
  }

  /** Names of all connectors. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    http.get("/connectors").forEach(name -> names.add(name.asText()));
    return names;
  }

  /** Status of all connectors, sorted by name. */
  public List<ConnectorStatus> statuses() {
    List<ConnectorStatus> statuses = new ArrayList<>();
    Map<String, JsonNode> byName = new TreeMap<>();
    http.get("/connectors?expand=status")
        .properties()
        .forEach(entry -> byName.put(entry.getKey(), entry.getValue().path("status")));
    byName.values().forEach(status -> statuses.add(status(status)));
    return statuses;
  }

  /** Creates a connector or updates its configuration. */
  public void put(String connector, Map<String, String> configuration) {
    http.put(path(connector) + "/config", JSON.valueToTree(configuration));
  }

  /** Configuration of a connector; empty if it does not exist. */
  public Map<String, String> configuration(String connector) {
    Map<String, String> configuration = new TreeMap<>();
    if (names().contains(connector)) {
      http.get(path(connector) + "/config")
          .properties()
          .forEach(entry -> configuration.put(entry.getKey(), entry.getValue().asText()));
    }
    return configuration;
  }

  /** Deletes a connector; its offsets are kept. */
  public void delete(String connector) {
    http.delete(path(connector));
  }

  /** Pauses a connector; its tasks stay assigned. */
  public void pause(String connector) {
    http.put(path(connector) + "/pause", JSON.createObjectNode());
  }

  /** Stops the tasks of a connector; the connector is kept. */
  public void stop(String connector) {
    http.put(path(connector) + "/stop", JSON.createObjectNode());
  }

  /** Resumes a paused or stopped connector. */
  public void resume(String connector) {
    http.put(path(connector) + "/resume", JSON.createObjectNode());
  }

  /** Restarts a connector and all its tasks, or only those that failed. */
  public void restart(String connector, boolean onlyFailed) {
    http.post(path(connector) + "/restart?includeTasks=true&onlyFailed=" + onlyFailed);
  }

  /** Sets the next offsets of a connector, which must be stopped. */
  public void alterOffsets(String connector, Collection<RecordPosition> positions) {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode offsets = body.putArray("offsets");
    for (RecordPosition position : positions) {
      ObjectNode entry = offsets.addObject();
      entry
          .putObject("partition")
          .put("kafka_topic", position.topic())
          .put("kafka_partition", position.partition());
      entry.putObject("offset").put("kafka_offset", position.offset());
    }
    http.patch(path(connector) + "/offsets", body);
  }

  @Override
  public void close() {
    http.close();
  }

  private static ConnectorStatus status(JsonNode status) {
    JsonNode connector = status.path("connector");
    List<ConnectorStatus.TaskStatus> tasks = new ArrayList<>();
    for (JsonNode task : status.path("tasks")) {
      tasks.add(
          new ConnectorStatus.TaskStatus(
              task.path("id").asInt(), state(task), task.path("worker_id").asText(), trace(task)));
    }
    return new ConnectorStatus(
        status.path("name").asText(),
        state(connector),
        connector.path("worker_id").asText(),
        trace(connector),
        tasks);
  }

  private static State state(JsonNode part) {
    return State.valueOf(part.path("state").asText(State.UNASSIGNED.name()));
  }

  private static Optional<String> trace(JsonNode part) {
    return Optional.ofNullable(part.path("trace").textValue());
  }

  private static String path(String connector) {
    return "/connectors/" + URLEncoder.encode(connector, StandardCharsets.UTF_8);
  }
}
