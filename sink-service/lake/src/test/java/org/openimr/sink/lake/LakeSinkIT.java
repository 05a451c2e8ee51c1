package org.openimr.sink.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.event.ItemDecision;
import org.openimr.event.Outcome;
import org.openimr.event.Warning;
import org.openimr.event.WarningCode;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.lake.maintenance.LakeMaintenance;
import org.openimr.sink.lake.query.ExampleQuery;
import org.openimr.sink.reconcile.spi.SinkInventory;

final class LakeSinkIT {
  private static final Duration SOON = Duration.ofSeconds(180);
  private static final Path DOCUMENTATION = Path.of("..", "..", "deploy", "docs", "lake.md");
  private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
  private static final LocalDate MAY = LocalDate.of(2016, 5, 4);

  private static final String SECOND_CASE_ROWS =
      "SELECT * FROM decisions WHERE caseKey = 'CM16-0000002' ORDER BY itemNumber";

  @TempDir static Path directory;

  private static LakeSinkFixture lake;

  @BeforeAll
  static void startWorker() throws Exception {
    lake =
        LakeSinkFixture.start(
            directory, Map.of("sinks.lake.warehouse", directory.resolve("lake").toString()));
  }

  @AfterAll
  static void stopWorker() {
    if (lake != null) {
      lake.close();
    }
  }

  @Test
  void inventoryListsNewestRowOfEachKeyWithoutRemovedKeys() throws SQLException {
    lake.send(
        Topic.DETERMINATIONS,
        "CM16-0000001",
        SampleLakeEvents.determination("CM16-0000001", 1, 3, MAY));
    for (int number = 1; number <= 3; number++) {
      lake.send(
          Topic.ITEM_DECISIONS,
          "CM16-0000001#" + number,
          SampleLakeEvents.item("CM16-0000001", number, 1, MAY, Outcome.UPHELD));
    }
    lake.send(
        Topic.DETERMINATIONS,
        "CM16-0000001",
        SampleLakeEvents.determination("CM16-0000001", 2, 2, MAY));
    lake.send(
        Topic.ITEM_DECISIONS,
        "CM16-0000001#1",
        SampleLakeEvents.item("CM16-0000001", 1, 2, MAY, Outcome.OVERTURNED));
    lake.send(
        Topic.ITEM_DECISIONS,
        "CM16-0000001#2",
        SampleLakeEvents.item("CM16-0000001", 2, 2, MAY, Outcome.UPHELD));
    lake.send(Topic.ITEM_DECISIONS, "CM16-0000001#3", null);

    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              try (SinkInventory inventory =
                  new LakeSink().inventory(lake.settings()).orElseThrow()) {
                Map<String, Integer> items = new HashMap<>();
                inventory.forEachItem(items::put);
                assertThat(inventory.cases()).isEqualTo(1);
                assertThat(items)
                    .containsEntry("CM16-0000001#1", 2)
                    .containsEntry("CM16-0000001#2", 2)
                    .doesNotContainKey("CM16-0000001#3");
              }
            });
    // a missing item may only be late, so check the removal row
    assertThat(
            awaitRows(
                6,
                "SELECT itemNumber, revision, removed, outcome FROM decisions WHERE"
                    + " caseKey = 'CM16-0000001' ORDER BY recordOffset"))
        .contains("3|null|true|null", "1|2|false|OVERTURNED");
    assertThat(
            lake.query(
                "SELECT request.category, decisionDate, receivedAt FROM decisions_newest WHERE"
                    + " caseKey = 'CM16-0000001' LIMIT 1"))
        .containsExactly("Physical Medicine|2016-05-04|2016-05-04T10:00Z");
  }

  @Test
  void rowsCanBeFilteredByWarningCode() {
    ItemDecision item = SampleLakeEvents.item("CM16-0000003", 1, 1, MAY, Outcome.UPHELD);
    item.setWarnings(List.of(new Warning(WarningCode.TEXT_EXCLUDED, "rationale", "a doubt")));
    lake.send(Topic.ITEM_DECISIONS, "CM16-0000003#1", item);

    assertThat(
            awaitRows(
                1,
                "SELECT caseKey, warningCodes FROM decisions_newest"
                    + " WHERE list_contains(warningCodes, 'TEXT_EXCLUDED')"))
        .containsExactly("CM16-0000003|[TEXT_EXCLUDED]");
  }

  @Test
  void mergesSmallFilesWhileTheSinkWrites() throws SQLException {
    for (int number = 1; number <= 3; number++) {
      sendAndAwait("CM16-0000002", number);
    }
    LakeMaintenance maintenance = new LakeMaintenance(lake.settings());
    List<String> before = lake.query(SECOND_CASE_ROWS);

    List<LakeMaintenance.FileCountChange> compacted =
        maintenance.compact(128 << 20, (table, progress) -> {});
    List<LakeMaintenance.FileCountChange> expired = maintenance.expire(Duration.ZERO);

    assertThat(compacted.getFirst().after()).isLessThan(compacted.getFirst().before());
    assertThat(expired).allMatch(change -> change.after() <= 1);
    assertThat(lake.query(SECOND_CASE_ROWS)).isEqualTo(before).hasSize(3);
    sendAndAwait("CM16-0000002", 4);
    assertThat(lake.query(SECOND_CASE_ROWS)).hasSize(4).containsAll(before);
  }

  @Test
  void documentedQueriesRun() throws Exception {
    List<String> documented =
        SQL.matcher(Files.readString(DOCUMENTATION))
            .results()
            .map(block -> block.group(1))
            .toList();

    assertThat(documented).hasSize(2);
    for (String sql : documented) {
      assertThat(lake.query(sql)).as(sql).isNotNull();
    }
  }

  @Test
  void everyExampleQueryRuns() throws SQLException {
    for (ExampleQuery example : ExampleQuery.all()) {
      assertThat(lake.query(example.sql())).as(example.name()).isNotNull();
      assertThat(example.description()).isNotBlank();
    }
  }

  private static void sendAndAwait(String caseKey, int number) {
    String key = caseKey + "#" + number;
    lake.send(
        Topic.ITEM_DECISIONS, key, SampleLakeEvents.item(caseKey, number, 1, MAY, Outcome.UPHELD));
    awaitRows(1, "SELECT 1 FROM decisions WHERE caseKey || '#' || itemNumber = '" + key + "'");
  }

  private static List<String> awaitRows(int rows, String sql) {
    return await(sql).atMost(SOON).until(() -> lake.query(sql), found -> found.size() == rows);
  }
}
