package org.openimr.sink.connect.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openimr.sink.connect.spi.SinkException;

class ConnectHttpClientTest {
  private static final String PATH = "/connectors/lake/config";

  private final Deque<ResponseStub> answers = new ArrayDeque<>();
  private HttpServer server;
  private ConnectHttpClient worker;

  private record ResponseStub(int status, String body) {}

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          ResponseStub answer = answers.pop();
          byte[] body = answer.body().getBytes(UTF_8);
          exchange.sendResponseHeaders(answer.status(), body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    worker = new ConnectHttpClient(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    worker.close();
    server.stop(0);
  }

  @Test
  void retriesDuringARebalance() {
    answers.addAll(
        List.of(
            new ResponseStub(503, "{\"message\":\"The worker is starting\"}"),
            new ResponseStub(409, "{\"message\":\"Cannot complete request momentarily\"}"),
            new ResponseStub(
                500,
                "{\"message\":\"Request cannot be completed because a rebalance is expected\"}"),
            new ResponseStub(200, "{\"topics\":\"synthetic\"}")));

    assertThat(worker.get(PATH).path("topics").asText()).isEqualTo("synthetic");
    assertThat(answers).isEmpty();
  }

  @Test
  void otherErrorsAreNotRetriedAndReportTheReason() {
    answers.add(new ResponseStub(500, "{\"message\":\"synthetic reason\"}"));

    assertThatThrownBy(() -> worker.get(PATH))
        .isInstanceOf(SinkException.class)
        .hasMessageContaining("rejected GET " + PATH)
        .hasMessageContaining("synthetic reason");
  }
}
