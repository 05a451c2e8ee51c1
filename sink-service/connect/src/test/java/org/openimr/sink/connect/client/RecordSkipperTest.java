package org.openimr.sink.connect.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.connect.record.RecordPosition;
import org.openimr.sink.connect.spi.SinkException;

class RecordSkipperTest {
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private String answer = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          byte[] body = answer.getBytes(UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"kafka_cluster_id\":\"cluster-a\"} | the worker uses the Kafka cluster cluster-a",
        "{\"version\":\"4\"}                  | the worker uses the Kafka cluster (unknown)",
      })
  void refusesIfWorkerAndBrokerBelongToDifferentClusters(String root, String message) {
    answer = root;
    ConnectorStatus status =
        new ConnectorStatus(
            "lake-cases",
            ConnectorStatus.State.FAILED,
            "127.0.0.1:8083",
            Optional.empty(),
            List.of());

    try (ConnectRestClient client = ConnectRestClient.of(URI.create(address()))) {
      RecordSkipper skipper =
          new RecordSkipper(client, Settings.of(List.of(), Map.of()), () -> "cluster-b");

      assertThatThrownBy(() -> skipper.skip(status, new RecordPosition("events", 0, 7)))
          .isInstanceOf(SinkException.class)
          .hasMessageContaining(message)
          .hasMessageContaining("the broker is of cluster-b")
          .hasMessageContaining("Nothing was skipped");
    }
    assertThat(requests).containsExactly("GET /");
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }
}
