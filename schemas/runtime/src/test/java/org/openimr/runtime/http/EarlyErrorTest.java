package org.openimr.runtime.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.runtime.bootstrap.ServiceMetrics;
import org.openimr.runtime.health.HealthReport;
import org.openimr.runtime.health.HealthStatus;

/** Errors that occur before a request reaches a route. */
class EarlyErrorTest {
  private static final int LONG = 20_000;
  private static final int READ_TIMEOUT_MILLIS = 20_000;

  private static ServiceMetrics metrics;
  private static HttpServer server;

  @BeforeAll
  static void open() {
    metrics = new ServiceMetrics();
    server =
        HttpServer.open("127.0.0.1", 0, EarlyErrorTest::health, metrics.registry(), config -> {});
  }

  @AfterAll
  static void close() {
    server.close();
    metrics.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "505 | GET /canary",
        "400 | GET /canary HTTP/1.1~canary header~Host: a",
        "400 | GET /canary HTTP/1.1~No-Host: a",
        "400 | GET /canary HTTP/1.1~Host: a~Content-Length: canary",
        "400 | POST /canary HTTP/1.1~Host: a~Content-Length: 1~Content-Length: 2",
        "400 | GET /a/..;/canary HTTP/1.1~Host: a",
        "400 | GET /%00canary HTTP/1.1~Host: a",
        "400 | GET /canary%zz HTTP/1.1~Host: a",
        "414 | GET /canary{long} HTTP/1.1~Host: a",
        "431 | GET /canary HTTP/1.1~Host: a~X: canary{long}",
        "505 | GET /canary HTTP/7.0~Host: a",
      })
  void isAProblemThatRepeatsNothingOfTheRequest(int status, String request) throws IOException {
    String response = response(request.replace("~", "\r\n").replace("{long}", "a".repeat(LONG)));

    assertThat(response).startsWith("HTTP/1.1 " + status + " ");
    assertThat(response).containsIgnoringCase("Content-Type: " + ProblemDetail.MEDIA_TYPE);
    assertThat(response.substring(response.indexOf("\r\n\r\n")))
        .contains("\"type\":\"about:blank\"", "\"status\":" + status)
        .doesNotContain("canary");
  }

  private static String response(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.port())) {
      socket.setSoTimeout(READ_TIMEOUT_MILLIS);
      String closing = request + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(closing.getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), US_ASCII);
    }
  }

  private static HealthReport health() {
    return new HealthReport(
        new TreeMap<>(
            Map.of("streams", new HealthReport.ComponentHealth(HealthStatus.UP, Instant.EPOCH))));
  }
}
