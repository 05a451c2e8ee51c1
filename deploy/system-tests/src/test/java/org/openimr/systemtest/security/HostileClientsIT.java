package org.openimr.systemtest.security;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.ingest.IngestSettings;
import org.openimr.ingest.source.http.HttpLimits;
import org.openimr.ingest.source.http.HttpSource;
import org.openimr.ingest.source.producer.LetterProducer;
import org.openimr.ingest.source.producer.RawLetter;
import org.openimr.runtime.health.HealthReport;
import org.openimr.runtime.http.access.ApiKey;
import org.openimr.runtime.http.access.AuthenticatedClient;
import org.openimr.schemas.settings.Settings;
import org.openimr.tools.generator.LetterGenerator;
import org.openimr.tools.generator.model.GeneratorSettings;

/** Hostile clients of the HTTP API: other clients do not notice them. */
class HostileClientsIT {
  private static final int SLOW = 2_000;
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  @TempDir private Path folder;

  private final String key = ApiKey.generate();
  private final String letter =
      new LetterGenerator(GeneratorSettings.withSeed(4711)).generate(0).text();
  private final AtomicInteger taken = new AtomicInteger();
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpSource httpSource;

  @BeforeEach
  void open() throws IOException {
    httpSource = open(Map.of());
  }

  @AfterEach
  void close() {
    httpSource.close();
    client.shutdownNow();
  }

  @Test
  void servesClientsDuringTwoThousandSlowHeaders() throws Exception {
    try (SlowClients slow =
        SlowClients.open(httpSource.port(), SLOW, "POST /v1/letters HTTP/1.1\r\nX-Slow: ")) {
      sendAllTheSame();

      await().atMost(PATIENCE).until(() -> slow.open() == 0);
    }
  }

  @Test
  void servesClientsDuringTwoThousandSlowBodies() throws Exception {
    try (SlowClients slow = SlowClients.open(httpSource.port(), SLOW, head(8_000_000, key))) {
      sendAllTheSame();

      await().atMost(PATIENCE).until(() -> slow.open() == 0);
    }
  }

  @Test
  void respondsWith408ToSlowHeader() throws Exception {
    try (SlowClients slow =
        SlowClients.open(httpSource.port(), 1, "POST /v1/letters HTTP/1.1\r\nX-Slow: ")) {
      await().atMost(PATIENCE).until(() -> SlowClients.status(slow.any()) == 408);
    }
  }

  @Test
  void respondsWith408ToSlowBody() throws Exception {
    try (SlowClients slow = SlowClients.open(httpSource.port(), 1, head(8_000_000, key))) {
      await().atMost(PATIENCE).until(() -> SlowClients.status(slow.any()) == 408);
    }
  }

  @Test
  void rejectsMalformedRequests() throws Exception {
    assertThat(status(head(8_000_000, "synthetic-guess"))).isEqualTo(401);
    assertThat(status(head(800_000_000, key))).isEqualTo(413);
    assertThat(status("POST /v1/letters HTTP/1.1\r\nHost: x\r\nContent-Length: many\r\n\r\n"))
        .isEqualTo(400);
    assertThat(status("NONSENSE\r\n\r\n")).isEqualTo(400);
    assertThat(
            status(
                "POST /v1/letters HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n"
                    + "Transfer-Encoding: chunked\r\n\r\n"))
        .isEqualTo(400);
    assertThat(status("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "a".repeat(100_000) + "\r\n\r\n"))
        .isEqualTo(431);
    assertThat(status("GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
        .isEqualTo(414);
    assertThat(
            status(
                "GET /v1/letters HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + key + "\r\n\r\n"))
        .isEqualTo(405);
    assertThat(taken).hasValue(0);
    assertThat(send(client, "http")).isEqualTo(202);
  }

  @Test
  void tlsListenerAcceptsOnlyTls() throws Exception {
    httpSource.close();
    TestCertificates certificates = TestCertificates.create(folder.resolve("certificates"));
    httpSource =
        open(
            Map.of(
                IngestSettings.HTTP_LISTENER.keystore().key(),
                certificates.keyStore("http-api").toString(),
                IngestSettings.HTTP_LISTENER.keystorePassword().key(),
                TestCertificates.PASSWORD));

    try (HttpClient trusting =
        HttpClient.newBuilder().sslContext(trusting(certificates.trustStore())).build()) {
      assertThat(send(trusting, "https")).isEqualTo(202);
    }
    assertThat(status("GET / HTTP/1.1\r\nHost: x\r\n\r\n")).isNotEqualTo(200);
  }

  /** What a good client does meanwhile, each time answered well before it would give up. */
  private void sendAllTheSame() throws Exception {
    for (int i = 0; i < 20; i++) {
      assertThat(send(client, "http")).isEqualTo(202);
    }
    assertThat(taken).hasValue(20);
  }

  private int send(HttpClient with, String scheme) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("%s://127.0.0.1:%d/v1/letters".formatted(scheme, httpSource.port())))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofString(letter))
            .build();
    return with.send(request, BodyHandlers.ofString()).statusCode();
  }

  /** The status of the answer to raw bytes; 0 if there is none. */
  private int status(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), httpSource.port())) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      write(socket, request);
      InputStream answers = socket.getInputStream();
      String line = new String(answers.readNBytes(12), US_ASCII);
      return line.startsWith("HTTP/1.1 ") ? Integer.parseInt(line.substring(9)) : 0;
    }
  }

  /** An answer may come, and the connection end, before all of the request is written. */
  private static void write(Socket socket, String request) throws IOException {
    try {
      socket.getOutputStream().write(request.getBytes(US_ASCII));
    } catch (SocketException e) {
      assertThat(request.length()).as(e.getMessage()).isGreaterThan(10_000);
    }
  }

  private static String head(long length, String key) {
    return ("POST /v1/letters HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
            + "Authorization: Bearer %s\r\nContent-Length: %d\r\n\r\n")
        .formatted(key, length);
  }

  private HttpSource open(Map<String, String> more) throws IOException {
    Path keys = folder.resolve("keys");
    Files.writeString(
        keys,
        new ApiKey(new AuthenticatedClient("clinic-a", Set.of()), ApiKey.hash(key)).toLine()
            + "\n");
    Map<String, String> settings = new HashMap<>(more);
    settings.put(IngestSettings.HTTP_LISTENER.keys().key(), keys.toString());
    settings.put(IngestSettings.HTTP_LISTENER.port().key(), "0");
    // the good and the bad come with the same key
    settings.put(IngestSettings.HTTP_LISTENER.rate().key(), "0");
    return HttpSource.open(
        IngestSettings.HTTP_LISTENER.listener(Settings.of(IngestSettings.ALL, settings)),
        new Counting(taken),
        HttpLimits.DEFAULT,
        Duration.ofSeconds(10),
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
        () -> new HealthReport(new TreeMap<>()));
  }

  private static SSLContext trusting(Path trusted) throws IOException, GeneralSecurityException {
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(KeyStore.getInstance(trusted.toFile(), TestCertificates.PASSWORD.toCharArray()));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  /** Takes letters at once: what is tried here is what stands before the broker. */
  private record Counting(AtomicInteger taken) implements LetterProducer {
    @Override
    public CompletableFuture<Void> send(RawLetter letter) {
      taken.incrementAndGet();
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public void close() {}
  }
}
