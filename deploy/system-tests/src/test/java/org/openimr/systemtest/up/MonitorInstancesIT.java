package org.openimr.systemtest.up;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.monitor.MonitorService;
import org.openimr.sink.monitor.MonitorSettings;
import org.openimr.standalone.pipeline.DataDirectory;
import org.openimr.standalone.pipeline.LocalPipeline;
import org.openimr.standalone.pipeline.PipelinePorts;
import org.openimr.standalone.process.FreePorts;

/** Two instances of the monitor on one broker: whichever is asked answers for both. */
class MonitorInstancesIT {
  private static final Path LETTERS = Path.of("../samples/letters");
  private static final String CASE = "CM17-9000323";
  private static final String KEY = "synthetic-key";
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  @TempDir static Path folder;
  private static DataDirectory data;
  private static LocalPipeline pipeline;
  private static int letters;
  private final List<MonitorService> instances = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeAll
  static void start() throws Exception {
    data = DataDirectory.open(Optional.of(folder.resolve("data")), false);
    pipeline = LocalPipeline.start(data, PipelinePorts.FREE, new StringBuilder()::append);
    pipeline.awaitReady(() -> false);
    send();
  }

  @AfterAll
  static void stop() {
    pipeline.close();
    data.close();
  }

  @AfterEach
  void closeInstances() {
    instances.forEach(MonitorService::close);
    client.close();
  }

  @Test
  void bothInstancesShowTotalsAndFindEveryCase() throws Exception {
    int first = instance("both", FreePorts.choose(), 0);
    int second = instance("both", FreePorts.choose(), 0);

    await().atMost(PATIENCE).untilAsserted(() -> assertThatPartsAreShared(first, second));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              for (int port : List.of(first, second)) {
                JsonNode newest = json(port, "/v1/decisions?limit=50").at("/determinations");
                assertThat(newest).hasSize(letters);
                assertThat(json(port, "/v1/cases?query=CM").at("/caseKeys"))
                    .hasSize((int) numbered(newest));
              }
            });
    // sums go through a topic of their own and may come a moment after the cases
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(json(first, "/v1/statistics"))
                    .isEqualTo(json(second, "/v1/statistics")));
    // a partition that moves again is unavailable for a moment
    await().atMost(PATIENCE).untilAsserted(() -> assertThatCasesAreTheSame(first, second));
  }

  @Test
  void reportsUnavailablePeerInsteadOfWrongTotals() throws Exception {
    int answering = instance("silent", FreePorts.choose(), 0);
    await().atMost(PATIENCE).untilAsserted(() -> assertThatAllIsThere(answering));
    int unreachable = FreePorts.choose();

    instance("silent", unreachable, 0, FreePorts.choose());

    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              HttpResponse<String> answer = get(answering, "/v1/decisions?limit=50", "");
              if (answer.statusCode() == 200) {
                assertThat(new ObjectMapper().readTree(answer.body()).at("/determinations"))
                    .hasSize(letters);
              }
              return answer.body().contains("127.0.0.1:" + unreachable + " does not answer")
                  && answer.body().contains("Restart it")
                  && answer.statusCode() == 503;
            });
  }

  @Test
  void servesStandbyDataForUnavailablePeer() throws Exception {
    int answering = instance("copied", FreePorts.choose(), 1);
    await().atMost(PATIENCE).untilAsserted(() -> assertThatAllIsThere(answering));

    instance("copied", FreePorts.choose(), 1, FreePorts.choose());

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode newest = json(answering, "/v1/decisions?limit=50");
              assertThat(newest.at("/fromStandby").asBoolean()).isTrue();
              assertThat(newest.at("/determinations")).hasSize(letters);
              assertThat(get(answering, "/v1/cases/" + CASE, "").statusCode()).isEqualTo(200);
            });
  }

  private void assertThatCasesAreTheSame(int first, int second) throws Exception {
    JsonNode cases = json(first, "/v1/cases?query=CM").at("/caseKeys");
    assertThat(cases).isNotEmpty();
    for (JsonNode caseKey : cases) {
      String path = "/v1/cases/" + caseKey.asText();
      assertThat(json(first, path)).isEqualTo(json(second, path));
      assertThat(get(first, path, "Bearer " + KEY).body()).contains("\"SHOWN\"");
      assertThat(get(second, path, "Bearer " + KEY).body()).contains("\"SHOWN\"");
      assertThat(get(second, path, "Bearer wrong").statusCode()).isEqualTo(401);
    }
  }

  /** Cases whose letter prints a number. */
  private static long numbered(JsonNode determinations) {
    return determinations.findValuesAsText("caseKey").stream()
        .filter(key -> key.startsWith("CM"))
        .distinct()
        .count();
  }

  private void assertThatAllIsThere(int port) throws Exception {
    assertThat(json(port, "/v1/decisions?limit=50").at("/determinations")).hasSize(letters);
  }

  private void assertThatPartsAreShared(int first, int second) throws Exception {
    String rows = "/v1/rows/totals?partitions=0,1,2,3,4,5,6,7,8,9,10,11";
    List<String> one = json(first, rows).at("/parts").findValuesAsText("partition");
    List<String> other = json(second, rows).at("/parts").findValuesAsText("partition");
    assertThat(one).isNotEmpty();
    assertThat(other).isNotEmpty();
    assertThat(one).doesNotContainAnyElementsOf(other);
  }

  private int instance(String group, int port, int standbys) throws Exception {
    return instance(group, port, standbys, port);
  }

  /** One that says that it is at another port than the one where it listens, can't be reached. */
  private int instance(String group, int advertised, int standbys, int port) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(UTF_8));
    Map<String, String> settings =
        Map.of(
            Settings.BOOTSTRAP.key(), pipeline.connection().text(Settings.BOOTSTRAP),
            Settings.REGISTRY.key(), pipeline.connection().text(Settings.REGISTRY),
            MonitorSettings.GROUP.key(), "monitor-" + group,
            MonitorSettings.STATE_DIR.key(), folder.resolve(group + port).toString(),
            MonitorSettings.HTTP_PORT.key(), Integer.toString(port),
            MonitorSettings.ADVERTISED.key(), "127.0.0.1:" + advertised,
            MonitorSettings.STANDBYS.key(), Integer.toString(standbys),
            MonitorSettings.CLINICAL_TEXT_KEY.key(), HexFormat.of().formatHex(hash));
    instances.add(MonitorService.start(Settings.of(MonitorSettings.ALL, settings)));
    return port;
  }

  private JsonNode json(int port, String path) throws Exception {
    HttpResponse<String> answer = get(port, path, "");
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return new ObjectMapper().readTree(answer.body());
  }

  private HttpResponse<String> get(int port, String path, String authorization) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static void send() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient();
        Stream<Path> files = Files.list(LETTERS)) {
      for (Path letter : files.sorted().toList()) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(pipeline.httpUrl() + "?name=" + letter.getFileName()))
                .POST(HttpRequest.BodyPublishers.ofFile(letter))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
        letters++;
      }
    }
  }
}
