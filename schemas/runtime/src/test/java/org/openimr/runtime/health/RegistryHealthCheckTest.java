package org.openimr.runtime.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryHealthCheckTest {
  private static final HealthStatus AWAY = HealthStatus.down("registry not reachable");

  @Test
  void aRegistryThatIsNotThereIsDown() throws Exception {
    try (RegistryHealthCheck check = at(1)) {
      assertThat(check.get()).isEqualTo(AWAY);
    }
  }

  @Test
  void aRegistryThatTakesCallsAndNeverAnswersIsDownInSeconds() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        RegistryHealthCheck check = at(silent.getLocalPort())) {
      long before = System.nanoTime();
      assertThat(check.get()).isEqualTo(AWAY);
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
    }
  }

  @Test
  void aRegistryThatWasReachedIsMissedButNotNeeded() throws Exception {
    HttpServer registry = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    registry.createContext(
        "/subjects",
        exchange -> {
          byte[] none = "[]".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, none.length);
          exchange.getResponseBody().write(none);
          exchange.close();
        });
    registry.start();
    try (RegistryHealthCheck check = at(registry.getAddress().getPort())) {
      assertThat(check.get()).isEqualTo(HealthStatus.UP);
      registry.stop(0);
      assertThat(check.get())
          .isEqualTo(HealthStatus.degraded("registry not reachable; cached schemas are used"));
    }
  }

  private static RegistryHealthCheck at(int port) {
    return new RegistryHealthCheck(Map.of("schema.registry.url", "http://127.0.0.1:" + port));
  }
}
