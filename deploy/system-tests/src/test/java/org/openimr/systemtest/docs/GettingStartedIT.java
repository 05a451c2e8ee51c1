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

/** The docs' own commands and programs, run in the order in which someone new comes by them. */
class GettingStartedIT {
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** How a case key begins: one of the samples has no case number. */
  private static final String CASE = "(CM|sha256:)";

  private static final List<String> OUTCOMES = List.of("OVERTURNED", "UPHELD");

  @TempDir static Path folder;
  private static DocsWalkthrough newcomer;
  private static Map<String, String> printed;

  @BeforeAll
  static void followThePages() throws Exception {
    newcomer = DocsWalkthrough.start(folder);
    await().atMost(PATIENCE).until(GettingStartedIT::theLakeHoldsSomething);
    String query = newcomer.page("consume.md").of("sql").getFirst();
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(() -> firstColumn(query).equals(OUTCOMES));
    printed = newcomer.follow("start.md", "consume.md", "extend.md");
  }

  @AfterAll
  static void stop() {
    if (newcomer != null) {
      newcomer.close();
    }
  }

  @Test
  void documentedCommandsPrintExpectedOutput() {
    assertThat(of("deploy/imr doctor"))
        .contains("topics exist with the required settings")
        .doesNotContain(" failed ");
    assertThat(of("curl")).contains("\"letterId\":");
    assertThat(of("deploy/imr send")).contains("20 letters sent");
    assertThat(of("deploy/imr tail imr.item-decisions.v1").lines()).hasSize(3);
    assertThat(of("deploy/imr lake query --warehouse %s/start/lake --example".formatted(folder)))
        .contains("category", "Pharmaceuticals");
    assertThat(of("deploy/imr reconcile")).contains("no differences");
    assertThat(of("deploy/imr dlq stats")).contains("no dead letters");
  }

  @Test
  void clientProgramsReadDecisions() {
    assertThat(of("deploy/imr tail imr.case-headers.v1").lines())
        .hasSize(3)
        .allMatch(line -> line.contains("\"outcome\":"));
    assertThat(decisions(of("java"))).hasSizeGreaterThanOrEqualTo(3);
    if (ran("kcat")) {
      assertThat(of("kcat").lines())
          .hasSize(3)
          .allMatch(line -> line.matches(".*ce_subject=" + CASE + ".*"));
    }
    if (ran("node")) {
      assertThat(decisions(of("node"))).hasSizeGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void workedExampleAddsGuidelineEdition() {
    assertThat(of("deploy/imr guidelines diff"))
        .contains("1 added, 1 changed, 0 removed", "inForceTo:", "2027-02-28");
    assertThat(of("deploy/imr guidelines show")).contains("Chronic Pain", "2027-03-01");
  }

  @Test
  void workedExampleWritesDecisionsToFile() {
    assertThat(of("until grep").lines()).hasSize(3).allMatch(line -> line.startsWith("outcome="));
  }

  @Test
  void lakeAnswersDocumentedQuery() {
    assertThat(of("deploy/imr lake query --warehouse %s/start/lake \"".formatted(folder)))
        .contains(OUTCOMES);
  }

  @Test
  void databaseAnswersDocumentedQuery() throws Exception {
    String query = newcomer.page("consume.md").of("sql").getFirst();

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
    HttpApiCheck entrance = HttpApiCheck.of(newcomer.adapted("http://127.0.0.1:9094"));

    assertThat(entrance.faults()).isEmpty();
    assertThat(entrance.answered()).contains("202", "400", "405", "413", "415", "422", "200");
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
            newcomer.adapted("127.0.0.1:9092"),
            "--registry",
            newcomer.adapted("http://127.0.0.1:9093/apis/ccompat/v7"));
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

  /** An event that lacks its first field. */
  private static JsonNode without(JsonNode event) {
    ObjectNode broken = event.deepCopy();
    broken.remove(broken.fieldNames().next());
    return broken;
  }

  private static boolean theLakeHoldsSomething() {
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
    try (Connection connection = DriverManager.getConnection(newcomer.database(), "postgres", "");
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

  private static String of(String beginning) {
    return printed.entrySet().stream()
        .filter(each -> each.getKey().startsWith(beginning))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no page has the command " + beginning));
  }
}
