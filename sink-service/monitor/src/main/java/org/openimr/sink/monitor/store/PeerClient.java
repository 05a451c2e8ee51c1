package org.openimr.sink.monitor.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.streams.state.HostInfo;
import org.openimr.sink.monitor.store.LocalStores.PartitionRows;

/** Queries the REST API of other instances; empty if one does not answer within two seconds. */
public final class PeerClient implements AutoCloseable {
  /**
   * Query parameter that limits an instance to its own stores, so that requests are not forwarded
   * twice.
   */
  public static final String LOCAL_ONLY = "here";

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(2);
  private static final int SERVER_ERROR = 500;
  private static final int MISDIRECTED_REQUEST = 421;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();

  private final Optional<String> key;

  /**
   * Creates a client.
   *
   * @param key API key of this instance; empty if the instances require none
   */
  public PeerClient(Optional<String> key) {
    this.key = key;
  }

  /** Reads rows of those partitions that the instance has. */
  <V> Optional<List<PartitionRows<V>>> parts(
      HostInfo instance,
      QueryableStore<V> store,
      Collection<Integer> partitions,
      String prefix,
      int limit) {
    String path =
        "/v1/rows/%s?partitions=%s&beginning=%s&most=%d"
            .formatted(
                store.name(),
                partitions.stream().map(String::valueOf).collect(Collectors.joining(",")),
                URLEncoder.encode(prefix, UTF_8),
                limit);
    try {
      Optional<HttpResponse<String>> response = get(instance, path, Optional.empty());
      return response.isEmpty() || response.get().statusCode() != 200
          ? Optional.empty()
          : Optional.of(StoreRowsJson.read(store, JSON.readTree(response.get().body())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Forwards a GET request.
   *
   * @param path the path, with {@link #LOCAL_ONLY} in its query
   * @param authorization the Authorization header of the user, which the other instance checks;
   *     empty to send the key of this instance
   * @return the response; empty if the instance is unavailable or cannot serve the request
   */
  public Optional<HttpResponse<String>> get(
      HostInfo instance, String path, Optional<String> authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://%s:%d%s".formatted(instance.host(), instance.port(), path)))
            .timeout(REQUEST_TIMEOUT);
    authorization
        .or(() -> key.map(value -> "Bearer " + value))
        .ifPresent(value -> request.header("Authorization", value));
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      int status = response.statusCode();
      return status >= SERVER_ERROR || status == MISDIRECTED_REQUEST
          ? Optional.empty()
          : Optional.of(response);
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
