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

/** Asks other instances over their REST API; empty where one does not answer in two seconds. */
public final class PeerClient implements AutoCloseable {
  /** Makes an instance answer of its own stores, so that no question goes round. */
  public static final String HERE = "here";

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final int SERVER_FAILURE = 500;
  private static final int MISDIRECTED = 421;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  private final Optional<String> key;

  /**
   * @param key API key of this instance; empty where none is asked for
   */
  public PeerClient(Optional<String> key) {
    this.key = key;
  }

  /** Rows of those of the partitions that are there. */
  <V> Optional<List<PartitionRows<V>>> parts(
      HostInfo instance,
      QueryableStore<V> store,
      Collection<Integer> partitions,
      String beginning,
      int most) {
    String path =
        "/v1/rows/%s?partitions=%s&beginning=%s&most=%d"
            .formatted(
                store.name(),
                partitions.stream().map(String::valueOf).collect(Collectors.joining(",")),
                URLEncoder.encode(beginning, UTF_8),
                most);
    try {
      Optional<HttpResponse<String>> answer = get(instance, path, Optional.empty());
      return answer.isEmpty() || answer.get().statusCode() != 200
          ? Optional.empty()
          : Optional.of(StoreRowsJson.read(store, JSON.readTree(answer.get().body())));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Asks for a path as its user did.
   *
   * @param path with {@link #HERE} in its query
   * @param authorization the user's, whose right the other instance judges
   * @return the answer, unless it is that the instance can't give one
   */
  public Optional<HttpResponse<String>> get(
      HostInfo instance, String path, Optional<String> authorization) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create("http://%s:%d%s".formatted(instance.host(), instance.port(), path)))
            .timeout(ANSWER);
    authorization
        .or(() -> key.map(own -> "Bearer " + own))
        .ifPresent(value -> request.header("Authorization", value));
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      int status = answer.statusCode();
      return status >= SERVER_FAILURE || status == MISDIRECTED
          ? Optional.empty()
          : Optional.of(answer);
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
