package org.openimr.systemtest.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.cli.ImrRunner;
import org.openimr.schemas.settings.Settings;
import org.openimr.schemas.topic.Topic;
import org.openimr.standalone.pipeline.DataDirectory;
import org.openimr.standalone.pipeline.LocalPipeline;
import org.openimr.standalone.pipeline.PipelinePorts;
import org.openimr.standalone.sinks.LocalSinks;
import org.openimr.standalone.sinks.SinkSelection;

/** {@code imr sinks} against the worker of {@code imr up}; each test leaves all sinks running. */
final class SinksCommandIT {
  private static final Path SAMPLES = Path.of("../samples/letters");
  private static final Duration SOON = Duration.ofSeconds(180);
  private static final byte[] NO_EVENT = "the text of a letter, and no event".getBytes(UTF_8);

  @TempDir static Path folder;
  private static DataDirectory data;
  private static LocalPipeline pipeline;
  private static LocalSinks sinks;
  private static final ImrRunner SHELL = new ImrRunner();

  @BeforeAll
  static void start() throws Exception {
    data = DataDirectory.open(Optional.of(folder.resolve("data")), false);
    pipeline = LocalPipeline.start(data, PipelinePorts.FREE, new StringBuilder()::append);
    sinks =
        LocalSinks.start(
            SinkSelection.parse("lake,database", data),
            pipeline.connection(),
            data.subdirectory("database"),
            0);
    pipeline.awaitReady(() -> false);
    awaitAllRunning();
  }

  @AfterAll
  static void stop() {
    if (sinks != null) {
      sinks.close();
    }
    if (pipeline != null) {
      pipeline.close();
    }
    if (data != null) {
      data.close();
    }
  }

  @Test
  void pausedSinkDeliversNothingUntilResumed() throws Exception {
    assertThat(sinks("pause", "lake")).isZero();
    assertThat(SHELL.lines())
        .containsExactly("lake-decisions paused", "lake-determinations paused");
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(listed()).contains("lake-decisions PAUSED"));

    send("CM17-9000767.pdf");

    await().atMost(SOON).untilAsserted(() -> assertThat(inDatabase("CM17-9000767")).isEqualTo(1));
    assertThat(inLake("CM17-9000767")).isZero();

    assertThat(sinks("resume", "lake")).isZero();

    await().atMost(SOON).untilAsserted(() -> assertThat(inLake("CM17-9000767")).isEqualTo(1));
    awaitAllRunning();
  }

  @Test
  void restartsSink() {
    assertThat(sinks("restart", "database-cases")).isZero();

    assertThat(SHELL.lines()).containsExactly("database-cases restarted");
    awaitAllRunning();
  }

  @Test
  void skipsPoisonedRecordInEachSinkAndKeepsItAsDeadLetter() throws Exception {
    String poisoned = put(Topic.ITEM_DECISIONS, "CM16-0000000#1", NO_EVENT);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(sinks("list")).isEqualTo(1);
              assertThat(listed()).contains("lake-decisions FAILED", "database-decisions FAILED");
            });

    assertThat(sinks("status", "lake", "--bootstrap-server", bootstrap())).isEqualTo(1);
    assertThat(SHELL.lines()).contains("  at: " + poisoned, "  pending from " + poisoned);
    assertThat(SHELL.lines().toString()).doesNotContain("the text of a letter");

    for (String sink : List.of("lake", "database")) {
      assertThat(sinks("skip", sink, "--bootstrap-server", bootstrap())).as(SHELL.notes()).isZero();
      assertThat(SHELL.lines())
          .containsExactly(sink + "-decisions skips " + poisoned + ", kept as a dead letter");
    }

    awaitAllRunning();
    send("CM16-9000101.txt");
    await().atMost(SOON).untilAsserted(() -> assertThat(inLake("CM16-9000101")).isEqualTo(1));
    await().atMost(SOON).untilAsserted(() -> assertThat(inDatabase("CM16-9000101")).isEqualTo(1));
    // the lake commits its offsets some seconds after its rows
    await().atMost(SOON).untilAsserted(SinksCommandIT::assertThatLakeHasNothingPending);
    assertKeptFor("sink:lake-decisions", "sink:database-decisions");
  }

  private static void assertThatLakeHasNothingPending() {
    assertThat(sinks("status", "lake", "--bootstrap-server", bootstrap())).isZero();
    assertThat(SHELL.lines()).noneMatch(line -> line.contains("pending from"));
  }

  private static void assertKeptFor(String... stages) throws Exception {
    assertThat(SHELL.imr("dlq", "list", "--code", "SINK_FAILED", "--bootstrap-server", bootstrap()))
        .isZero();
    List<String[]> kept = SHELL.lines().stream().skip(1).map(line -> line.split(" +")).toList();
    assertThat(kept).extracting(columns -> columns[3]).containsExactlyInAnyOrder(stages);
    for (String[] columns : kept) {
      Path bytes = folder.resolve(columns[0]);
      int exit =
          SHELL.imr(
              "dlq",
              "show",
              columns[0],
              "--reveal",
              "--out",
              bytes.toString(),
              "--bootstrap-server",
              bootstrap());
      assertThat(exit).as(SHELL.notes()).isZero();
      assertThat(bytes).hasBinaryContent(NO_EVENT);
    }
  }

  private static int sinks(String command, String... more) {
    List<String> arguments = new ArrayList<>(List.of("sinks", command));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--worker", sinks.worker().restAddress().toString()));
    return SHELL.imr(arguments.toArray(String[]::new));
  }

  private static void awaitAllRunning() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(listed())
                    .containsExactly(
                        "database-cases RUNNING 2/2",
                        "database-decisions RUNNING 2/2",
                        "lake-decisions RUNNING 1/1",
                        "lake-determinations RUNNING 1/1"));
  }

  /** Name, state and tasks of each connector; without the tasks where they don't all run. */
  private static List<String> listed() {
    sinks("list");
    return SHELL.lines().stream()
        .skip(1)
        .map(line -> line.split(" +"))
        .map(
            columns ->
                columns[1].equals("RUNNING")
                    ? String.join(" ", columns[0], columns[1], columns[2])
                    : columns[0] + " " + columns[1])
        .toList();
  }

  private static long inLake(String caseKey) {
    int exit =
        SHELL.imr(
            "lake",
            "query",
            "--warehouse",
            data.subdirectory("lake").toString(),
            "--format",
            "csv",
            "SELECT count(DISTINCT caseKey) AS cases FROM decisions WHERE caseKey = '%s'"
                .formatted(caseKey));
    assertThat(exit).as(SHELL.notes()).isZero();
    return Long.parseLong(SHELL.lines().get(1));
  }

  private static long inDatabase(String caseKey) throws SQLException {
    String address = sinks.addresses().getLast().replaceFirst("^database +", "");
    try (Connection connection = DriverManager.getConnection(address, "postgres", "");
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select count(distinct case_key) from imr.decisions where case_key = '"
                    + caseKey
                    + "'")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static void send(String sample) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(pipeline.httpUrl()))
              .POST(BodyPublishers.ofByteArray(Files.readAllBytes(SAMPLES.resolve(sample))))
              .build();
      assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
    }
  }

  /** Puts a record on a topic and says where it stands. */
  private static String put(Topic topic, String key, byte[] value) throws Exception {
    Map<String, Object> kafka = Map.copyOf(pipeline.connection().kafka());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(kafka, new StringSerializer(), new ByteArraySerializer())) {
      var put = producer.send(new ProducerRecord<>(topic.topicName(), key, value)).get();
      return put.topic() + "/" + put.partition() + "/" + put.offset();
    }
  }

  private static String bootstrap() {
    return pipeline.connection().text(Settings.BOOTSTRAP);
  }
}
