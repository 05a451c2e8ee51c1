package org.openimr.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.schemas.settings.Settings;

/** The service without broker and registry. */
class IngestServiceTest {
  @TempDir Path directory;

  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.shutdownNow();
  }

  @Test
  void isLiveButNotReadyWithoutBroker() throws Exception {
    try (IngestService service = IngestService.start(settings(Map.of()))) {
      assertThat(get(service, "/health/live")).isEqualTo(200);
      assertThat(get(service, "/health/ready")).isEqualTo(503);
      assertThat(get(service, "/metrics")).isEqualTo(200);
      assertThat(post(service, "a letter")).isEqualTo(503);
      assertThat(service.isReady()).isFalse();
    }
  }

  @Test
  void closesWithinSecondsWithoutBroker() throws Exception {
    IngestService service =
        IngestService.start(settings(Map.of("ingest.directory", directory.toString())));
    assertThat(service.directory()).isPresent();
    long before = System.nanoTime();
    service.close();

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
  }

  @Test
  void rejectsMissingDirectory() {
    Settings settings = settings(Map.of("ingest.directory", directory.resolve("no").toString()));

    assertThatThrownBy(() -> IngestService.start(settings))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("directory not found");
  }

  private int get(IngestService service, String path) throws Exception {
    return client
        .send(request(service, path).GET().build(), BodyHandlers.discarding())
        .statusCode();
  }

  private int post(IngestService service, String letter) throws Exception {
    return client
        .send(
            request(service, "/v1/letters").POST(BodyPublishers.ofString(letter)).build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private static HttpRequest.Builder request(IngestService service, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.httpPort() + path));
  }

  private Settings settings(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("kafka.bootstrap.servers", "127.0.0.1:1");
    settings.put("schema.registry.url", "http://127.0.0.1:1");
    settings.put("ingest.http.port", "0");
    settings.put("ingest.delivery.timeout.ms", "1000");
    settings.put("ingest.state.dir", directory.resolve("state").toString());
    return Settings.of(IngestSettings.ALL, settings);
  }
}
