package org.openimr.sink.connect.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.openimr.sink.connect.spi.SinkException;

/** Sends requests to a worker; repeats them for a while during a rebalance or the start. */
final class ConnectHttpClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(100);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration RETRY_DELAY = Duration.ofMillis(300);
  private static final int MAX_ATTEMPTS = 100;
  private static final int CONFLICT = 409;
  private static final int INTERNAL_ERROR = 500;
  private static final int UNAVAILABLE = 503;

  private final URI worker;
  private final HttpClient client;

  ConnectHttpClient(URI worker) {
    this.worker = worker;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
  }

  JsonNode get(String path) {
    return send(path, "GET", BodyPublishers.noBody());
  }

  JsonNode put(String path, JsonNode body) {
    return send(path, "PUT", BodyPublishers.ofString(body.toString()));
  }

  JsonNode patch(String path, JsonNode body) {
    return send(path, "PATCH", BodyPublishers.ofString(body.toString()));
  }

  JsonNode post(String path) {
    return send(path, "POST", BodyPublishers.noBody());
  }

  void delete(String path) {
    send(path, "DELETE", BodyPublishers.noBody());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private JsonNode send(String path, String method, BodyPublisher body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(worker.toString().replaceAll("/$", "") + path))
            .timeout(REQUEST_TIMEOUT)
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    HttpResponse<String> response = exchange(request);
    for (int i = 1; i < MAX_ATTEMPTS && isTransient(response); i++) {
      LockSupport.parkNanos(RETRY_DELAY.toNanos());
      response = exchange(request);
    }
    JsonNode content = read(response.body());
    if (response.statusCode() >= 400) {
      throw new SinkException(
          "The worker at %s rejected %s %s: %s"
              .formatted(worker, method, path, content.path("message").asText("no reason given")));
    }
    return content;
  }

  /**
   * During a rebalance, reading a connector's configuration fails with 500, not 409 (Kafka 4.3).
   */
  private static boolean isTransient(HttpResponse<String> response) {
    return switch (response.statusCode()) {
      case CONFLICT -> !response.body().contains("already exists");
      case INTERNAL_ERROR -> response.body().contains("rebalance is expected");
      case UNAVAILABLE -> true;
      default -> false;
    };
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new SinkException(
          "No worker responds at %s; it may still be starting".formatted(worker), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SinkException("The request to the worker was interrupted", e);
    }
  }

  private JsonNode read(String body) {
    try {
      return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new SinkException("The endpoint at " + worker + " is not a Kafka Connect worker", e);
    }
  }
}
