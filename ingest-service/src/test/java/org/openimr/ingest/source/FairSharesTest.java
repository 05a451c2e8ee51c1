package org.openimr.ingest.source;

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
import org.openimr.schemas.Settings;
import org.openimr.service.HealthReport;
import org.openimr.service.door.ApiKey;
import org.openimr.service.door.Caller;
import org.openimr.service.door.Door;

class FairSharesTest {
  private static final Caller GREEDY = new Caller("greedy", Set.of());
  private static final Caller SECOND = new Caller("second", Set.of());
  private static final HttpLimits LIMITS =
      new HttpLimits(10_000, 20_000, 8, 100_000, Duration.ofSeconds(30), 10);

  @TempDir private Path folder;

  @Test
  void oneThatWantsAllGetsHalfAndOneWithoutAKeyAll() {
    FairShares known = new FairShares(100);
    FairShares anybody = new FairShares(100);

    assertThat(takeAll(known, GREEDY)).isEqualTo(50);
    assertThat(takeAll(known, SECOND)).isEqualTo(25);
    assertThat(takeAll(anybody, Caller.ANYBODY)).isEqualTo(100);
  }

  @Test
  void aSingleRequestMayTakeAllThatIsFree() {
    FairShares shares = new FairShares(100);

    assertThat(shares.take(GREEDY, 0, 60)).isTrue();
    assertThat(shares.take(GREEDY, 60, 40)).isTrue();
    assertThat(shares.take(SECOND, 0, 1)).isFalse();
    shares.giveBack(GREEDY, 100);
    assertThat(shares.take(SECOND, 0, 100)).isTrue();
  }

  @Property
  void howeverManyAreGreedyThereIsAPlaceForTheNext(
      @ForAll @IntRange(min = 1, max = 6) int greedy, @ForAll @IntRange(min = 64) int most) {
    FairShares shares = new FairShares(most % 1_000 + 64);
    for (int i = 0; i < greedy; i++) {
      takeAll(shares, new Caller("greedy-" + i, Set.of()));
    }

    assertThat(shares.take(SECOND, 0, 1)).isEqualTo(true);
  }

  @Test
  void requestsOfOneKeyThatWaitForTheBrokerLeaveRoomForThoseOfAnother() throws Exception {
    String greedy = ApiKey.random();
    String other = ApiKey.random();
    FakeProducer producer = new FakeProducer();
    CompletableFuture<Void> broker = new CompletableFuture<>();
    producer.answer = letter -> broker;
    try (HttpSource http = open(producer, greedy, other);
        HttpClient client = HttpClient.newHttpClient()) {
      // Given
      for (int i = 0; i < LIMITS.requests() / 2; i++) {
        client.sendAsync(posting(http, greedy), BodyHandlers.ofString());
      }
      await().until(() -> producer.sent.size() == LIMITS.requests() / 2);
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

  private static int takeAll(FairShares shares, Caller caller) {
    int got = 0;
    while (shares.take(caller, 0, 1)) {
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

  private HttpSource open(FakeProducer producer, String greedy, String other) throws IOException {
    Path keys = folder.resolve("keys");
    Files.writeString(
        keys,
        new ApiKey(GREEDY, ApiKey.hash(greedy)).line()
            + "\n"
            + new ApiKey(SECOND, ApiKey.hash(other)).line()
            + "\n");
    Map<String, String> settings =
        Map.of(
            IngestSettings.DOOR.keys().key(),
            keys.toString(),
            IngestSettings.DOOR.port().key(),
            "0");
    Door door = IngestSettings.DOOR.door(Settings.of(IngestSettings.ALL, settings));
    return HttpSource.open(
        door,
        producer,
        LIMITS,
        Duration.ofSeconds(60),
        new PrometheusMeterRegistry(PrometheusConfig.DEFAULT),
        () -> new HealthReport(new TreeMap<>()));
  }
}
