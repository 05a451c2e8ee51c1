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

/** Requests to a worker, again for a while when the workers are just sharing their work anew. */
final class ConnectHttpClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(100);
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(300);
  private static final int TRIES = 100;
  private static final int REBALANCING = 409;
  private static final int FAILED = 500;
  private static final int STARTING = 503;

  private final URI worker;
  private final HttpClient client;

  ConnectHttpClient(URI worker) {
    this.worker = worker;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT_LIMIT)
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
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .method(method, body)
            .build();
    HttpResponse<String> response = exchange(request);
    for (int i = 1; i < TRIES && isUnsettled(response); i++) {
      LockSupport.parkNanos(PAUSE.toNanos());
      response = exchange(request);
    }
    JsonNode answer = read(response.body());
    if (response.statusCode() >= 400) {
      throw new SinkException(
          "The worker at %s refused %s %s: %s"
              .formatted(worker, method, path, answer.path("message").asText("no reason given")));
    }
    return answer;
  }

  /** Reading a connector's configuration says 500 where other requests say 409 (Kafka 4.3). */
  private static boolean isUnsettled(HttpResponse<String> response) {
    return switch (response.statusCode()) {
      case REBALANCING -> !response.body().contains("already exists");
      case FAILED -> response.body().contains("rebalance is expected");
      case STARTING -> true;
      default -> false;
    };
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new SinkException(
          "No worker answers at %s; it may be starting yet".formatted(worker), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SinkException("The request to the worker was interrupted", e);
    }
  }

  private JsonNode read(String body) {
    try {
      return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new SinkException("What answers at " + worker + " is no Kafka Connect worker", e);
    }
  }
}
