package org.openimr.ingest.source.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.ingest.IngestSettings;
import org.openimr.ingest.source.producer.FakeLetterProducer;
import org.openimr.runtime.health.HealthReport;
import org.openimr.runtime.http.HttpListener;
import org.openimr.runtime.http.access.ApiKey;
import org.openimr.runtime.http.access.AuthenticatedClient;
import org.openimr.schemas.settings.Settings;

class FairSemaphoreTest {
  private static final AuthenticatedClient GREEDY = new AuthenticatedClient("greedy", Set.of());
  private static final AuthenticatedClient SECOND = new AuthenticatedClient("second", Set.of());
  private static final HttpLimits LIMITS =
      new HttpLimits(10_000, 20_000, 8, 100_000, Duration.ofSeconds(30), 10);

  @TempDir private Path directory;

  @Test
  void limitsIdentifiedClientToHalfButNotAnonymousClients() {
    FairSemaphore identified = new FairSemaphore(100);
    FairSemaphore anonymous = new FairSemaphore(100);

    assertThat(acquireAll(identified, GREEDY)).isEqualTo(50);
    assertThat(acquireAll(identified, SECOND)).isEqualTo(25);
    assertThat(acquireAll(anonymous, AuthenticatedClient.ANONYMOUS)).isEqualTo(100);
  }

  @Test
  void allowsSingleRequestToAcquireAllPermits() {
    FairSemaphore semaphore = new FairSemaphore(100);

    assertThat(semaphore.acquire(GREEDY, 0, 60)).isTrue();
    assertThat(semaphore.acquire(GREEDY, 60, 40)).isTrue();
    assertThat(semaphore.acquire(SECOND, 0, 1)).isFalse();
    semaphore.release(GREEDY, 100);
    assertThat(semaphore.acquire(SECOND, 0, 100)).isTrue();
  }

  @Property
  void leavesPermitForNextClient(
      @ForAll @IntRange(min = 1, max = 6) int greedy, @ForAll @IntRange(min = 64) int permits) {
    FairSemaphore semaphore = new FairSemaphore(permits % 1_000 + 64);
    for (int i = 0; i < greedy; i++) {
      acquireAll(semaphore, new AuthenticatedClient("greedy-" + i, Set.of()));
    }

    assertThat(semaphore.acquire(SECOND, 0, 1)).isEqualTo(true);
  }

  @Test
  void admitsOtherKeyWhileRequestsOfOneKeyWait() throws Exception {
    String greedy = ApiKey.generate();
    String other = ApiKey.generate();
    FakeLetterProducer producer = new FakeLetterProducer();
    CompletableFuture<Void> broker = new CompletableFuture<>();
    producer.answer = letter -> broker;
    try (HttpSource http = open(producer, greedy, other);
        HttpClient client = HttpClient.newHttpClient()) {
      // Given
      for (int i = 0; i < LIMITS.maxRequests() / 2; i++) {
        client.sendAsync(posting(http, greedy), BodyHandlers.ofString());
      }
      await().until(() -> producer.sent.size() == LIMITS.maxRequests() / 2);
      HttpResponse<String> tooMany = client.send(posting(http, greedy), BodyHandlers.ofString());
      producer.confirmAll();

      // When
      HttpResponse<String> others = client.send(posting(http, other), BodyHandlers.ofString());

      // Then
      assertThat(tooMany.statusCode()).isEqualTo(429);
      assertThat(others.statusCode()).isEqualTo(202);
      broker.complete(null);
    }
  }

  private static int acquireAll(FairSemaphore semaphore, AuthenticatedClient client) {
    int acquired = 0;
    while (semaphore.acquire(client, 0, 1)) {
      acquired++;
    }
    return acquired;
  }

  private static HttpRequest posting(HttpSource http, String key) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + "/v1/letters"))
        .header("Authorization", "Bearer " + key)
        .POST(BodyPublishers.ofByteArray("a letter".getBytes(UTF_8)))
        .build();
  }

  private HttpSource open(FakeLetterProducer producer, String greedy, String other)
      throws IOException {
    Path keys = directory.resolve("keys");
    Files.writeString(
        keys,
        new ApiKey(GREEDY, ApiKey.hash(greedy)).toLine()
            + "\n"
            + new ApiKey(SECOND, ApiKey.hash(other)).toLine()
            + "\n");
    Map<String, String> settings =
        Map.of(
            IngestSettings.HTTP_LISTENER.keys().key(),
            keys.toString(),
            IngestSettings.HTTP_LISTENER.port().key(),
            "0");
    HttpListener listener =
        IngestSettings.HTTP_LISTENER.listener(Settings.of(IngestSettings.ALL, settings));
    return HttpSource.open(
        listener,
        producer,
        LIMITS,
        Duration.ofSeconds(60),
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
        () -> new HealthReport(new TreeMap<>()));
  }
}
