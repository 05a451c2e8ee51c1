package org.openimr.systemtest.up;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.cli.Imr;
import org.openimr.cli.console.CapturedConsole;
import org.openimr.event.CaseHeader;
import org.openimr.event.ClinicalSummary;
import org.openimr.event.Determination;
import org.openimr.event.ItemDecision;
import org.openimr.schemas.event.DeadLetterReason;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.standalone.broker.CommittedRecordReader;

/** The samples and, between them, what is no letter: in at one end, out at the other. */
class UpIT {
  private static final Path SAMPLES = Path.of("../samples");
  private static final int LARGE = 30 * 1024 * 1024;

  /** What each file that is no letter ends as. */
  private static final Map<String, String> DEAD =
      new TreeMap<>(
          Map.of(
              "empty.txt", "NOT_A_LETTER",
              "random-bytes.bin", "UNSUPPORTED_TYPE",
              "large.txt", "TOO_LARGE",
              "picture-only.pdf", "PDF_WITHOUT_TEXT",
              "cut-off.pdf", "PDF_UNREADABLE",
              "short-story.txt", "NOT_A_LETTER"));

  @TempDir static Path letters;
  private static CompletedUpRun run;

  @BeforeAll
  static void lettersGoThrough() throws Exception {
    copySamples();
    Path noLetters = SAMPLES.resolve("not-letters");
    for (String name : List.of("random-bytes.bin", "picture-only.pdf", "short-story.txt")) {
      Files.copy(noLetters.resolve(name), letters.resolve(name));
    }
    Files.createFile(letters.resolve("empty.txt"));
    byte[] large = new byte[LARGE];
    Arrays.fill(large, (byte) 'a');
    Files.write(letters.resolve("large.txt"), large);
    byte[] whole = Files.readAllBytes(SAMPLES.resolve("letters/CM17-9000767.pdf"));
    Files.write(letters.resolve("cut-off.pdf"), Arrays.copyOf(whole, whole.length / 2));
    run = CompletedUpRun.over(letters);
  }

  @AfterAll
  static void stop() {
    if (run != null) {
      run.close();
    }
  }

  @Test
  void samplesHaveTheOutcomesOfTheirLabels() throws Exception {
    Map<String, List<String>> published = new TreeMap<>();
    for (ConsumerRecord<String, Determination> event : determinations()) {
      published.put(nameOf(event.value()), outcomes(event.value()));
    }

    assertThat(published).isEqualTo(labelledOutcomes());
  }

  @Test
  void publishesHeaderSummaryAndItemsPerLetter() {
    EventSerdes serdes = EventSerdes.of(run.connection().registry());
    var headers =
        CommittedRecordReader.readAll(
            run.connection(), Topic.CASE_HEADERS, serdes.<CaseHeader>deserializer());
    var summaries =
        CommittedRecordReader.readAll(
            run.connection(), Topic.CLINICAL_SUMMARIES, serdes.<ClinicalSummary>deserializer());
    var items =
        CommittedRecordReader.readAll(
            run.connection(), Topic.ITEM_DECISIONS, serdes.<ItemDecision>deserializer());

    for (ConsumerRecord<String, Determination> event : determinations()) {
      String caseKey = event.key();
      assertThat(headers).filteredOn(header -> header.key().equals(caseKey)).hasSize(1);
      assertThat(summaries).filteredOn(summary -> summary.key().equals(caseKey)).hasSize(1);
      assertThat(items)
          .filteredOn(item -> item.key().startsWith(caseKey + "#"))
          .hasSize(event.value().getDecisions().size());
    }
  }

  @Test
  void textThatIsNotALetterBecomesDeadLetter() {
    Map<String, String> codes = new TreeMap<>();
    run.printed()
        .lines()
        .filter(line -> line.contains(" DEAD "))
        .map(line -> line.split(" {2,}"))
        .forEach(columns -> codes.put(columns[3], columns[4].replaceFirst(" at \\w+", "")));

    assertThat(codes).isEqualTo(DEAD);
  }

  @Test
  void deadLetterKeepsOriginalBytes() throws Exception {
    for (ConsumerRecord<String, byte[]> dead : deadLetters()) {
      if (header(dead, DeadLetterReason.TOPIC).equals(Topic.LETTERS_RAW.topicName())) {
        Path file = letters.resolve(header(dead, "source-name"));
        assertThat(Arrays.equals(dead.value(), Files.readAllBytes(file)))
            .as(file.toString())
            .isTrue();
      }
    }
  }

  @Test
  void printedLinesMatchSummary() throws Exception {
    long items = labelledOutcomes().values().stream().mapToLong(List::size).sum();

    assertThat(run.printed().lines()).hasSize((int) items + DEAD.size());
    assertThat(run.summary().tally().determinations()).isEqualTo(labelledOutcomes().size());
    assertThat(run.summary().tally().deadLetterTotal()).isEqualTo(DEAD.size());
    assertThat(run.summary().duplicates()).isZero();
  }

  @Test
  void acceptsLetterOverHttpAndDetectsDuplicate() throws Exception {
    byte[] letter = Files.readAllBytes(SAMPLES.resolve("letters/CM17-9000323.txt"));

    HttpRequest request =
        HttpRequest.newBuilder(URI.create(run.pipeline().httpUrl()))
            .header("Content-Type", "text/plain")
            .POST(BodyPublishers.ofByteArray(letter))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(202);
      await()
          .atMost(Duration.ofSeconds(120))
          .until(() -> run.pipeline().letterCounts().duplicates() == 1);
    }
  }

  @Test
  void tailPrintsEventsAsJson() throws Exception {
    List<String> lines =
        imr("tail", "imr.item-decisions.v1", "--from-beginning", "--max", "3").lines().toList();

    assertThat(lines).hasSize(3);
    for (String line : lines) {
      assertThat(new ObjectMapper().readTree(line).get("outcome").asText())
          .isIn("UPHELD", "OVERTURNED");
      assertThat(line).doesNotContain("\"rationale\"", "\"statement\"");
    }
    assertThat(imr("tail", "imr.item-decisions.v1", "--from-beginning", "--max", "1", "--reveal"))
        .contains("\"rationale\"", "\"statement\"");
  }

  @Test
  void tailOfDeadLettersPrintsReasonsWithoutContent() throws Exception {
    String line = imr("tail", "imr.dead-letters.v1", "--from-beginning", "--max", "1");

    JsonNode dead = new ObjectMapper().readTree(line);
    assertThat(dead.get("headers").get(DeadLetterReason.CODE).asText()).isIn(DEAD.values());
    assertThat(dead.has("value")).isFalse();
    assertThat(dead.get("headers").has("source-name")).isFalse();
  }

  @Test
  void setupStepsAreIdempotent() {
    assertThat(imr("topics", "create").lines()).allMatch(line -> line.endsWith("exists"));
    assertThat(imr("schemas", "register")).contains("imr.determinations.v1-value");
  }

  private static String imr(String... arguments) {
    CapturedConsole captured = CapturedConsole.file();
    List<String> all = new ArrayList<>(List.of(arguments));
    if (!arguments[0].equals("schemas")) {
      all.addAll(List.of("--bootstrap-server", run.connection().text(Settings.BOOTSTRAP)));
    }
    if (!arguments[0].equals("topics")) {
      all.addAll(List.of("--registry", run.connection().text(Settings.REGISTRY)));
    }
    int exitCode = Imr.commandLine(captured.console()).execute(all.toArray(String[]::new));
    assertThat(exitCode).as(captured.err()).isZero();
    return captured.out();
  }

  private static List<ConsumerRecord<String, Determination>> determinations() {
    EventSerdes serdes = EventSerdes.of(run.connection().registry());
    return CommittedRecordReader.readAll(
        run.connection(), Topic.DETERMINATIONS, serdes.<Determination>deserializer());
  }

  private static List<ConsumerRecord<String, byte[]>> deadLetters() {
    return CommittedRecordReader.readAll(
        run.connection(), Topic.DEAD_LETTERS, new ByteArrayDeserializer());
  }

  private static Map<String, List<String>> labelledOutcomes() throws IOException {
    Map<String, List<String>> labelled = new TreeMap<>();
    ObjectMapper json = new ObjectMapper();
    try (Stream<Path> labels = Files.list(SAMPLES.resolve("labels"))) {
      for (Path label : labels.toList()) {
        JsonNode expected = json.readTree(label.toFile());
        labelled.put(
            expected.get("file").asText(), expected.get("decisions").findValuesAsText("outcome"));
      }
    }
    return labelled;
  }

  private static String nameOf(Determination determination) {
    return determination.getSource().getName().replaceFirst("\\.\\w+$", "");
  }

  private static List<String> outcomes(Determination determination) {
    return determination.getDecisions().stream()
        .map(decision -> decision.getOutcome().name())
        .toList();
  }

  private static String header(ConsumerRecord<?, ?> event, String name) {
    return new String(event.headers().lastHeader(name).value(), UTF_8);
  }

  private static void copySamples() throws IOException {
    try (Stream<Path> samples = Files.list(SAMPLES.resolve("letters"))) {
      for (Path sample : samples.toList()) {
        Files.copy(sample, letters.resolve(sample.getFileName()));
      }
    }
  }
}
