package org.openimr.local.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a server once, for a few seconds at most. */
final class Http {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private Http() {}

  static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      return client.send(
          HttpRequest.newBuilder(address).timeout(PATIENCE).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }
}
