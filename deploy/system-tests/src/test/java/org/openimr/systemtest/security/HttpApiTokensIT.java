package org.openimr.systemtest.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openimr.runtime.health.HealthReport;
import org.openimr.runtime.http.HttpListener;
import org.openimr.runtime.http.HttpListenerSettings;
import org.openimr.runtime.http.HttpServer;
import org.openimr.schemas.settings.Settings;

/** A door that believes tokens of an OpenID provider. */
class HttpApiTokensIT {
  private static final HttpListenerSettings DOOR = HttpListenerSettings.of("made.http", 0);
  private static final String AUDIENCE = "imr";

  private final HttpClient client = HttpClient.newHttpClient();
  private OidcTokenIssuer issuer;
  private HttpServer server;

  @BeforeEach
  void open() throws Exception {
    issuer = OidcTokenIssuer.start(Map.of());
    Settings settings =
        Settings.of(
            DOOR.all(),
            Map.of(
                DOOR.issuer().key(),
                OidcTokenIssuer.ISSUER,
                DOOR.issuerKeys().key(),
                issuer.jwksUrl()));
    server =
        HttpServer.open(
            DOOR.listener(settings),
            () -> new HealthReport(new TreeMap<>()),
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
            config ->
                config.routes.get(
                    "/who", context -> context.result(HttpListener.client(context).name())));
  }

  @AfterEach
  void close() {
    server.close();
    issuer.close();
    client.shutdownNow();
  }

  @Test
  void clientIsTheSubjectOfItsToken() throws Exception {
    HttpResponse<String> answer = get(issuer.issue("clinic-a", AUDIENCE, 5));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("clinic-a");
  }

  @Test
  void rejectsForeignExpiredAndForgedTokens() throws Exception {
    assertThat(get(issuer.issue("clinic-a", "another-service", 5)).statusCode()).isEqualTo(401);
    assertThat(get(issuer.issue("clinic-a", AUDIENCE, -5)).statusCode()).isEqualTo(401);
    assertThat(get(OidcTokenIssuer.forge("clinic-a", AUDIENCE)).statusCode()).isEqualTo(401);
    assertThat(get("a.b.c").statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> get(String token) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/who"))
            .header("Authorization", "Bearer " + token)
            .build(),
        BodyHandlers.ofString());
  }
}
