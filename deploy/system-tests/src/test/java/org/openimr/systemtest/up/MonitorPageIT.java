package org.openimr.systemtest.up;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.event.Decision;
import org.openimr.event.Determination;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.event.WarningCodes;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.monitor.MonitorService;
import org.openimr.sink.monitor.MonitorSettings;
import org.openimr.sink.monitor.pipeline.PipelineStatus;
import org.openimr.sink.monitor.pipeline.SinkStatus;
import org.openimr.sink.reconcile.Reconciliation;
import org.openimr.sink.reconcile.ReconciliationSettings;
import org.openimr.standalone.broker.CommittedRecordReader;
import org.openimr.standalone.pipeline.DataDirectory;
import org.openimr.standalone.pipeline.LocalPipeline;
import org.openimr.standalone.pipeline.PipelinePorts;
import org.openimr.testkit.ExternalProgram;

/** The monitor's page in a real Chromium while letters flow. */
class MonitorPageIT {
  private static final Path SAMPLES = Path.of("../samples");
  private static final String REVISED = "CM17-9000323";
  private static final String KEY = "synthetic-key";
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  @TempDir static Path folder;
  private static DataDirectory data;
  private static LocalPipeline pipeline;
  private static MonitorService monitor;
  private static MonitorBrowser browser;

  @BeforeAll
  static void start() throws Exception {
    Path chromium = ExternalProgram.required("chromium");
    data = DataDirectory.open(Optional.of(folder.resolve("data")), false);
    pipeline = LocalPipeline.start(data, PipelinePorts.FREE, new StringBuilder()::append);
    monitor = MonitorService.start(settings(), sinksAndReconciliation());
    pipeline.awaitReady(() -> false);
    await("the monitor").atMost(PATIENCE).until(MonitorPageIT::monitorIsReady);
    browser =
        MonitorBrowser.open(
            "http://127.0.0.1:" + monitor.httpPort(), chromium, folder.resolve("profile"));
    lettersFlow();
  }

  /** Before that the page may be told so, which it counts as an error. */
  private static boolean monitorIsReady() throws Exception {
    URI health = URI.create("http://127.0.0.1:%d/health/ready".formatted(monitor.httpPort()));
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(health).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    }
  }

  @AfterAll
  static void stop() throws Exception {
    List<AutoCloseable> started =
        Stream.<AutoCloseable>of(browser, monitor, pipeline, data)
            .filter(Objects::nonNull)
            .toList();
    for (AutoCloseable part : started) {
      part.close();
    }
  }

  /** What all tests see: samples, then files that are no letters, then another revision. */
  private static void lettersFlow() throws Exception {
    send(files(SAMPLES.resolve("letters")));
    awaitPageShowsTheTruth(11);
    send(files(SAMPLES.resolve("not-letters")).subList(0, 2));
    send(List.of(SAMPLES.resolve("not-letters/short-story.txt")));
    awaitPageShowsTheTruth(14);
    Path revision = folder.resolve(REVISED + ".txt");
    String letter = Files.readString(SAMPLES.resolve("letters/" + REVISED + ".txt"));
    Files.writeString(revision, letter.replace("is: Upheld", "is: Overturned"));
    send(List.of(revision));
    awaitPageShowsTheTruth(15);
  }

  @Test
  void totalsMatchTopics() throws Exception {
    assertThat(shown()).isEqualTo(truth());
    assertThat(shown().figures())
        .containsEntry("Letters in", 15L)
        .containsEntry("Determinations", 12L)
        .containsEntry("Dead letters", 3L);
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              JsonNode page = browser.ask("figures");
              assertThat(page.get("underWay").asLong()).isZero();
              assertThat(page.get("newest").asText()).isEqualTo(REVISED);
            });
  }

  @Test
  void showsSinkStatesAndLastReconciliation() throws Exception {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(browser.ask("figures").at("/reconciliation").asText())
                    .contains("No differences", "Letters received15"));
    JsonNode page = browser.ask("figures");
    assertThat(page.at("/sinks/lake").asText()).isEqualTo("lake | Running | 1 of 1");
    assertThat(page.at("/sinks/database-items").asText())
        .contains("At record imr.item-decisions.v1/3/17: ConnectException")
        .endsWith("Failed | 0 of 1");
  }

  @Test
  void findsCaseByKeyboardAndShowsRevisions() throws Exception {
    JsonNode found = browser.ask("find " + REVISED.toLowerCase(Locale.ROOT));

    assertThat(found.get("title").asText()).isEqualTo(REVISED);
    assertThat(found.get("revisions").get(0).asText()).isEqualTo("Revision 2");
    assertThat(found.get("revisions").get(1).asText()).isEqualTo("Revision 1");
    assertThat(found.get("changes").get(0).asText()).isEqualTo("Upheld in revision 1.");
    assertThat(found.get("prose").asInt()).as("clinical text without the key").isZero();

    assertThat(browser.ask("key " + KEY).get(0).asText()).contains("roofer");
  }

  @Test
  void axeFindsNoSeriousViolations() throws Exception {
    for (String look :
        List.of(
            "1280 light /",
            "1280 dark /",
            "390 light /",
            "390 dark /#/case/" + REVISED,
            "1280 light /#/case/" + REVISED)) {
      JsonNode findings = browser.ask("look " + look);

      assertThat(findings.get("findings")).as("findings of axe, " + look).isEmpty();
      assertThat(findings.get("problems")).as("errors and outside requests, " + look).isEmpty();
      assertThat(findings.get("overflow").asInt()).as("pixels too wide, " + look).isZero();
    }
  }

  /** The content of the page. */
  private record Numbers(
      Map<String, Long> figures,
      Map<String, Long> categories,
      Map<String, Long> deadLetters,
      Map<String, Long> warnings) {}

  private static void awaitPageShowsTheTruth(long letters) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(
            () -> {
              Numbers truth = truth();
              assertThat(truth.figures()).containsEntry("Letters in", letters);
              assertThat(
                      truth.figures().get("Determinations") + truth.figures().get("Dead letters"))
                  .isEqualTo(letters);
              assertThat(shown()).isEqualTo(truth);
            });
  }

  private static Numbers shown() throws Exception {
    JsonNode page = browser.ask("figures");
    return new Numbers(
        numbers(page.get("figures")),
        numbers(page.get("categories")),
        numbers(page.get("deadLetters")),
        numbers(page.get("warnings")));
  }

  private static Map<String, Long> numbers(JsonNode named) {
    Map<String, Long> numbers = new TreeMap<>();
    named.properties().forEach(field -> numbers.put(field.getKey(), field.getValue().asLong()));
    return numbers;
  }

  private static Numbers truth() {
    EventSerdes serdes = EventSerdes.of(pipeline.connection().registry());
    List<ConsumerRecord<String, Determination>> determinations =
        CommittedRecordReader.readAll(
            pipeline.connection(), Topic.DETERMINATIONS, serdes.deserializer());
    Map<String, Determination> newest = new HashMap<>();
    determinations.forEach(one -> newest.put(one.key(), one.value()));
    Map<String, Long> categories = new TreeMap<>();
    newest.values().stream()
        .flatMap(whole -> whole.getDecisions().stream())
        .forEach(decision -> categories.merge(category(decision), 1L, Long::sum));
    Map<String, Long> warnings = new TreeMap<>();
    newest
        .values()
        .forEach(
            whole ->
                WarningCodes.of(whole).forEach(code -> warnings.merge(code.name(), 1L, Long::sum)));
    Map<String, Long> deadLetters = new TreeMap<>();
    CommittedRecordReader.readAll(
            pipeline.connection(), Topic.DEAD_LETTERS, new ByteArrayDeserializer())
        .forEach(dead -> deadLetters.merge(code(dead), 1L, Long::sum));
    long letters =
        CommittedRecordReader.readAll(
                pipeline.connection(), Topic.LETTERS_RAW, new ByteArrayDeserializer())
            .size();
    Map<String, Long> figures = new TreeMap<>();
    figures.put("Letters in", letters);
    figures.put("Determinations", (long) determinations.size());
    figures.put("Decisions", categories.values().stream().mapToLong(Long::longValue).sum());
    figures.put("Dead letters", deadLetters.values().stream().mapToLong(Long::longValue).sum());
    return new Numbers(figures, categories, deadLetters, warnings);
  }

  private static String category(Decision decision) {
    return Optional.ofNullable(decision.getRequest().getCategory()).orElse("");
  }

  private static String code(ConsumerRecord<String, byte[]> dead) {
    return new String(dead.headers().lastHeader(DeadLetterReason.CODE).value(), UTF_8);
  }

  private static void send(List<Path> letters) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (Path letter : letters) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create(pipeline.httpUrl() + "?name=" + letter.getFileName()))
                .POST(HttpRequest.BodyPublishers.ofFile(letter))
                .build();
        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
      }
    }
  }

  private static List<Path> files(Path samples) throws Exception {
    try (Stream<Path> files = Files.list(samples)) {
      return files.sorted().toList();
    }
  }

  private static Settings settings() throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(UTF_8));
    return Settings.of(
        MonitorSettings.ALL,
        Map.of(
            Settings.BOOTSTRAP.key(), pipeline.connection().text(Settings.BOOTSTRAP),
            Settings.REGISTRY.key(), pipeline.connection().text(Settings.REGISTRY),
            MonitorSettings.STATE_DIR.key(), folder.resolve("monitor").toString(),
            MonitorSettings.HTTP_PORT.key(), "0",
            MonitorSettings.CLINICAL_TEXT_KEY.key(), HexFormat.of().formatHex(hash)));
  }

  private static PipelineStatus sinksAndReconciliation() {
    List<SinkStatus> sinks =
        List.of(
            new SinkStatus(
                "database",
                "database-items",
                "FAILED",
                1,
                0,
                "java.net.ConnectException",
                "imr.item-decisions.v1/3/17"),
            new SinkStatus("lake", "lake", "RUNNING", 1, 1, "", ""));
    Settings letters =
        Settings.of(
            ReconciliationSettings.ALL,
            Map.of(
                Settings.BOOTSTRAP.key(), pipeline.connection().text(Settings.BOOTSTRAP),
                Settings.REGISTRY.key(), pipeline.connection().text(Settings.REGISTRY)));
    Reconciliation reconciliation = new Reconciliation(letters, List.of());
    return new PipelineStatus() {
      @Override
      public SinkStatuses sinks() {
        return new SinkStatuses("", sinks);
      }

      @Override
      public ReconciliationStatus reconciliation() {
        return new ReconciliationStatus("", Optional.of(reconciliation.byCounts(Duration.ZERO)));
      }
    };
  }
}
