package org.openimr.systemtest.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.cli.ImrRunner;
import org.openimr.schemas.topic.Topic;

/** Runs the commands and programs of the documentation in the order of the pages. */
class GettingStartedIT {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  /** Matches the start of a case key; one of the samples does not have a case number. */
  private static final String CASE = "(CM|sha256:)";

  private static final List<String> OUTCOMES = List.of("OVERTURNED", "UPHELD");

  @TempDir static Path folder;
  private static DocsWalkthrough walkthrough;
  private static Map<String, String> printed;

  @BeforeAll
  static void runDocumentedCommands() throws Exception {
    walkthrough = DocsWalkthrough.start(folder);
    await().atMost(TIMEOUT).until(GettingStartedIT::lakeHasBothOutcomes);
    String query = walkthrough.page("consume.md").of("sql").getFirst();
    await()
        .atMost(TIMEOUT)
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(() -> firstColumn(query).equals(OUTCOMES));
    printed = walkthrough.follow("start.md", "consume.md", "extend.md");
  }

  @AfterAll
  static void stop() {
    if (walkthrough != null) {
      walkthrough.close();
    }
  }

  @Test
  void documentedCommandsPrintExpectedOutput() {
    assertThat(outputOf("deploy/imr doctor"))
        .contains("topics exist with the required settings")
        .doesNotContain(" failed ");
    assertThat(outputOf("curl")).contains("\"letterId\":");
    assertThat(outputOf("deploy/imr send")).contains("20 letters sent");
    assertThat(outputOf("deploy/imr tail imr.item-decisions.v1").lines()).hasSize(3);
    assertThat(
            outputOf("deploy/imr lake query --warehouse %s/start/lake --example".formatted(folder)))
        .contains("category", "Pharmaceuticals");
    assertThat(outputOf("deploy/imr reconcile")).contains("no differences");
    assertThat(outputOf("deploy/imr dlq stats")).contains("no dead letters");
  }

  @Test
  void clientProgramsReadDecisions() {
    assertThat(outputOf("deploy/imr tail imr.case-headers.v1").lines())
        .hasSize(3)
        .allMatch(line -> line.contains("\"outcome\":"));
    assertThat(decisions(outputOf("java"))).hasSizeGreaterThanOrEqualTo(3);
    if (ran("kcat")) {
      assertThat(outputOf("kcat").lines())
          .hasSize(3)
          .allMatch(line -> line.matches(".*ce_subject=" + CASE + ".*"));
    }
    if (ran("node")) {
      assertThat(decisions(outputOf("node"))).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void workedExampleAddsGuidelineEdition() {
    assertThat(outputOf("deploy/imr guidelines diff"))
        .contains("1 added, 1 changed, 0 removed", "inForceTo:", "2027-02-28");
    assertThat(outputOf("deploy/imr guidelines show")).contains("Chronic Pain", "2027-03-01");
  }

  @Test
  void workedExampleWritesDecisionsToFile() {
    assertThat(outputOf("until grep").lines())
        .hasSize(3)
        .allMatch(line -> line.startsWith("outcome="));
  }

  @Test
  void lakeAnswersDocumentedQuery() {
    assertThat(outputOf("deploy/imr lake query --warehouse %s/start/lake \"".formatted(folder)))
        .contains(OUTCOMES);
  }

  @Test
  void databaseAnswersDocumentedQuery() throws Exception {
    String query = walkthrough.page("consume.md").of("sql").getFirst();

    assertThat(firstColumn(query)).containsExactlyElementsOf(OUTCOMES);
  }

  @Test
  void eventsMatchTheirJsonSchemas() throws Exception {
    for (Topic topic : Topic.values()) {
      if (topic.schema().isPresent()) {
        PublishedJsonSchema contract = PublishedJsonSchema.ofEvent(topic.schema().get().getName());
        List<JsonNode> events = tail(topic);

        assertThat(events).as(topic.topicName()).isNotEmpty();
        assertThat(events).allSatisfy(event -> assertThat(contract.faults(event)).isEmpty());
        assertThat(contract.faults(without(events.getFirst()))).isNotEmpty();
      }
    }
  }

  @Test
  void httpApiMatchesItsDocument() throws Exception {
    HttpApiCheck httpApi = HttpApiCheck.of(walkthrough.adapted("http://127.0.0.1:9094"));

    assertThat(httpApi.faults()).isEmpty();
    assertThat(httpApi.answered()).contains("202", "400", "405", "413", "415", "422", "200");
  }

  private static List<JsonNode> tail(Topic topic) throws IOException {
    ImrRunner shell = new ImrRunner();
    int exitCode =
        shell.imr(
            "tail",
            topic.topicName(),
            "--from-beginning",
            "--max",
            "10",
            "--bootstrap-server",
            walkthrough.adapted("127.0.0.1:9092"),
            "--registry",
            walkthrough.adapted("http://127.0.0.1:9093/apis/ccompat/v7"));
    assertThat(exitCode).as(shell.notes()).isZero();
    List<JsonNode> events = new ArrayList<>();
    for (String line : shell.lines()) {
      JsonNode event = new ObjectMapper().readTree(line);
      if (!event.has("sizeBytes")) {
        events.add(event);
      }
    }
    return events;
  }

  /** Returns a copy of the event without its first field. */
  private static JsonNode without(JsonNode event) {
    ObjectNode broken = event.deepCopy();
    broken.remove(broken.fieldNames().next());
    return broken;
  }

  private static boolean lakeHasBothOutcomes() {
    ImrRunner shell = new ImrRunner();
    int exitCode =
        shell.imr(
            "lake",
            "query",
            "--warehouse",
            folder.resolve("start/lake").toString(),
            "select distinct outcome from decisions_newest");
    return exitCode == 0 && shell.lines().containsAll(OUTCOMES);
  }

  private static List<String> firstColumn(String query) throws IOException, SQLException {
    try (Connection connection =
            DriverManager.getConnection(walkthrough.database(), "postgres", "");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private static List<String> decisions(String output) {
    return output
        .lines()
        .filter(line -> line.matches(CASE + ".*#\\d+ (UPHELD|OVERTURNED)"))
        .toList();
  }

  private static boolean ran(String program) {
    return printed.keySet().stream().anyMatch(command -> command.startsWith(program + " "));
  }

  private static String outputOf(String prefix) {
    return printed.entrySet().stream()
        .filter(each -> each.getKey().startsWith(prefix))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no page has the command " + prefix));
  }
}
