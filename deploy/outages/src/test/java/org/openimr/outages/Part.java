package org.openimr.outages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A service as its user sees it: over HTTP. */
record Part(AutoCloseable service, int port) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  HttpResponse<String> live() {
    return get("/health/live");
  }

  HttpResponse<String> ready() {
    return get("/health/ready");
  }

  String metrics() {
    return get("/metrics").body();
  }

  /** Sum of all figures whose names begin so. */
  double sum(String metric) {
    return metrics()
        .lines()
        .filter(line -> line.startsWith(metric))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .filter(Double::isFinite)
        .sum();
  }

  /** Status and reason of a check, {@code DOWN broker not reachable}. */
  String check(String name) {
    try {
      JsonNode check = new ObjectMapper().readTree(ready().body()).at("/checks/" + name);
      return (check.path("status").asText() + " " + check.path("reason").asText()).trim();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a letter. */
  HttpResponse<String> post(byte[] letter) {
    return send(request("/v1/letters").POST(BodyPublishers.ofByteArray(letter)).build());
  }

  HttpResponse<String> post(String path, byte[] body, String contentType) {
    return send(
        request(path)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }

  void stop() throws Exception {
    service.close();
  }

  @Override
  public String toString() {
    return service.getClass().getSimpleName();
  }

  HttpResponse<String> get(String path) {
    return send(request(path).build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
