package org.openimr.runtime.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.sse.SseClient;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openimr.runtime.bootstrap.ServiceMetrics;
import org.openimr.runtime.health.HealthReport;
import org.openimr.runtime.health.HealthStatus;

class HttpServerTest {
  private final ServiceMetrics metrics = new ServiceMetrics();
  private final BlockingQueue<SseClient> readers = new LinkedBlockingQueue<>();
  private HealthStatus streams = HealthStatus.UP;
  private final HttpServer server =
      HttpServer.open(
          "127.0.0.1",
          0,
          this::health,
          metrics.registry(),
          config -> {
            config.routes.get(
                "/fails",
                context -> {
                  throw new IllegalStateException("text of a letter");
                });
            config.routes.sse(
                "/events",
                client -> {
                  client.keepAlive();
                  readers.add(client);
                });
          });

  @AfterEach
  void close() {
    server.close();
    metrics.close();
  }

  @Test
  void readinessHasStatusAndReason() throws Exception {
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    streams = HealthStatus.down("2 of 12 stores restoring, 4711 records to go");

    HttpResponse<String> answer = get("/health/ready");
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body())
        .isEqualTo(
            "{\"status\":\"DOWN\",\"checks\":{\"streams\":{\"status\":\"DOWN\",\"reason\":\"2 of 12"
                + " stores restoring, 4711 records to go\",\"since\":\"1970-01-01T00:00:00Z\"}}}");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);
  }

  @Test
  void servesMetricsOfJvm() throws Exception {
    assertThat(get("/metrics").body())
        .contains("jvm_memory_used_bytes{", "process_files_open_files", "jvm_threads_live_threads");
  }

  @Test
  void errorResponseHasNoMessageOfException() throws Exception {
    HttpResponse<String> answer = get("/fails");

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("content-type")).hasValue(ProblemDetail.MEDIA_TYPE);
    assertThat(answer.body()).doesNotContain("text of a letter");
  }

  @Test
  void closingServerEndsEventStreams() throws Exception {
    SseClient reader;
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      String request =
          "GET /events HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      reader = readers.poll(20, SECONDS);
      assertThat(reader).isNotNull();
      server.close();
    }

    Thread sender = Thread.ofVirtual().start(reader::close);

    assertThat(sender.join(Duration.ofSeconds(20))).isTrue();
  }

  private HealthReport health() {
    return new HealthReport(
        new TreeMap<>(Map.of("streams", new HealthReport.ComponentHealth(streams, Instant.EPOCH))));
  }

  private HttpResponse<String> get(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path)).build(),
          BodyHandlers.ofString());
    }
  }
}
