package org.openimr.runtime.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.runtime.bootstrap.ServiceMetrics;
import org.openimr.runtime.health.HealthReport;
import org.openimr.runtime.http.access.ApiKey;
import org.openimr.runtime.http.access.AuthenticatedClient;
import org.openimr.schemas.settings.Settings;

class HttpListenerTest {
  private static final HttpListenerSettings SETTINGS = HttpListenerSettings.of("test.http", 0);

  @TempDir private Path directory;

  private final ServiceMetrics metrics = new ServiceMetrics();
  private final HttpClient client = HttpClient.newHttpClient();
  private final String key = ApiKey.generate();
  private Path keys;
  private HttpServer server;

  @BeforeEach
  void writeKeys() throws IOException {
    keys = directory.resolve("keys");
    Files.writeString(keys, "# synthetic\n" + line("clinic-a", key) + "\n");
  }

  @AfterEach
  void close() {
    if (server != null) {
      server.close();
    }
    client.close();
    metrics.close();
  }

  @Test
  void authenticatesClientByKey() throws Exception {
    open(Map.of());

    assertThat(get("/who", "Bearer " + key).body()).isEqualTo("clinic-a");
    String basic = Base64.getEncoder().encodeToString(("any:" + key).getBytes(UTF_8));
    assertThat(get("/who", "Basic " + basic).body()).isEqualTo("clinic-a");
  }

  @Test
  void rejectsAllPathsWithoutKey() throws Exception {
    open(Map.of());

    for (String path : new String[] {"/who", "/nothing-here", "/", "/v1/letters"}) {
      HttpResponse<String> answer = get(path, "Bearer " + ApiKey.generate());
      assertThat(answer.statusCode()).as(path).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
      assertThat(answer.body()).doesNotContain("clinic-a");
    }
    assertThat(get("/who", "").statusCode()).isEqualTo(401);
    assertThat(get("/who", "Basic not-base64").statusCode()).isEqualTo(401);
  }

  @Test
  void servesProbesWithoutKey() throws Exception {
    open(Map.of());

    assertThat(get("/health/live", "").statusCode()).isEqualTo(200);
    assertThat(get("/metrics", "").statusCode()).isEqualTo(200);
  }

  @Test
  void setsSecurityHeaders() throws Exception {
    open(Map.of());

    HttpResponse<String> answer = get("/who", "Bearer " + key);

    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  @Test
  void limitsRatePerKey() throws Exception {
    String other = ApiKey.generate();
    Files.writeString(keys, line("clinic-a", key) + "\n" + line("clinic-b", other) + "\n");
    open(Map.of("test.http.rate", "1"));

    HttpResponse<String> last = get("/who", "Bearer " + key);
    for (int i = 0; i < 20 && last.statusCode() == 200; i++) {
      last = get("/who", "Bearer " + key);
    }

    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.headers().firstValue("Retry-After")).contains("1");
    assertThat(get("/who", "Bearer " + other).statusCode()).isEqualTo(200);
  }

  @Test
  void rejectsRevokedKeyWithoutRestart() throws Exception {
    open(Map.of());
    assertThat(get("/who", "Bearer " + key).statusCode()).isEqualTo(200);

    Files.writeString(keys, line("clinic-b", ApiKey.generate()) + "\n");
    Files.setLastModifiedTime(keys, FileTime.from(Instant.now().plusSeconds(5)));

    await().until(() -> get("/who", "Bearer " + key).statusCode() == 401);
  }

  @Test
  void keepsKeysWhenReloadFails() throws Exception {
    open(Map.of());

    Files.writeString(keys, "clinic-a not-a-hash\n");
    Files.setLastModifiedTime(keys, FileTime.from(Instant.now().plusSeconds(5)));

    assertThat(get("/who", "Bearer " + key).statusCode()).isEqualTo(200);
  }

  @Test
  void namesMalformedLineOfKeyFile() throws IOException {
    Files.writeString(keys, line("clinic-a", key) + "\nclinic-b " + key + "\n");

    assertThatThrownBy(() -> open(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("keys:2")
        .hasMessageNotContaining(key);
  }

  @Test
  void rejectsExposedListenerWithoutTlsAndKeys() {
    assertThatThrownBy(() -> SETTINGS.listener(settings(Map.of("test.http.address", "0.0.0.0"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("test.http.tls.keystore")
        .hasMessageContaining("test.http.keys")
        .hasMessageContaining("IMR_TEST_HTTP_UNPROTECTED");
  }

  @Test
  void acceptsExposedListenerIfUnprotectedIsSet() {
    HttpListener listener =
        SETTINGS.listener(
            settings(Map.of("test.http.address", "0.0.0.0", "test.http.unprotected", "true")));

    assertThat(listener.address()).isEqualTo("0.0.0.0");
  }

  private static String line(String name, String key) {
    return new ApiKey(new AuthenticatedClient(name, Set.of()), ApiKey.hash(key)).toLine();
  }

  private void open(Map<String, String> more) {
    Map<String, String> all = new HashMap<>(more);
    all.put("test.http.keys", keys.toString());
    server =
        HttpServer.open(
            SETTINGS.listener(settings(all)),
            () -> new HealthReport(new TreeMap<>()),
            metrics.registry(),
            config ->
                config.routes.get(
                    "/who", context -> context.result(HttpListener.client(context).name())));
  }

  private static Settings settings(Map<String, String> given) {
    return Settings.of(SETTINGS.all(), given);
  }

  private HttpResponse<String> get(String path, String authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
