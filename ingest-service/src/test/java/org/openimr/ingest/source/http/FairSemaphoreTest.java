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

  @TempDir private Path folder;

  @Test
  void oneThatWantsAllGetsHalfAndOneWithoutAKeyAll() {
    FairSemaphore known = new FairSemaphore(100);
    FairSemaphore anybody = new FairSemaphore(100);

    assertThat(takeAll(known, GREEDY)).isEqualTo(50);
    assertThat(takeAll(known, SECOND)).isEqualTo(25);
    assertThat(takeAll(anybody, AuthenticatedClient.ANONYMOUS)).isEqualTo(100);
  }

  @Test
  void aSingleRequestMayTakeAllThatIsFree() {
    FairSemaphore shares = new FairSemaphore(100);

    assertThat(shares.acquire(GREEDY, 0, 60)).isTrue();
    assertThat(shares.acquire(GREEDY, 60, 40)).isTrue();
    assertThat(shares.acquire(SECOND, 0, 1)).isFalse();
    shares.release(GREEDY, 100);
    assertThat(shares.acquire(SECOND, 0, 100)).isTrue();
  }

  @Property
  void howeverManyAreGreedyThereIsAPlaceForTheNext(
      @ForAll @IntRange(min = 1, max = 6) int greedy, @ForAll @IntRange(min = 64) int most) {
    FairSemaphore shares = new FairSemaphore(most % 1_000 + 64);
    for (int i = 0; i < greedy; i++) {
      takeAll(shares, new AuthenticatedClient("greedy-" + i, Set.of()));
    }

    assertThat(shares.acquire(SECOND, 0, 1)).isEqualTo(true);
  }

  @Test
  void requestsOfOneKeyThatWaitForTheBrokerLeaveRoomForThoseOfAnother() throws Exception {
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
      producer.isBack();

      // When
      HttpResponse<String> others = client.send(posting(http, other), BodyHandlers.ofString());

      // Then
      assertThat(tooMany.statusCode()).isEqualTo(429);
      assertThat(others.statusCode()).isEqualTo(202);
      broker.complete(null);
    }
  }

  private static int takeAll(FairSemaphore shares, AuthenticatedClient caller) {
    int got = 0;
    while (shares.acquire(caller, 0, 1)) {
      got++;
    }
    return got;
  }

  private static HttpRequest posting(HttpSource http, String key) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + "/v1/letters"))
        .header("Authorization", "Bearer " + key)
        .POST(BodyPublishers.ofByteArray("a letter".getBytes(UTF_8)))
        .build();
  }

  private HttpSource open(FakeLetterProducer producer, String greedy, String other)
      throws IOException {
    Path keys = folder.resolve("keys");
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
    HttpListener door =
        IngestSettings.HTTP_LISTENER.listener(Settings.of(IngestSettings.ALL, settings));
    return HttpSource.open(
        door,
        producer,
        LIMITS,
        Duration.ofSeconds(60),
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
        () -> new HealthReport(new TreeMap<>()));
  }
}
