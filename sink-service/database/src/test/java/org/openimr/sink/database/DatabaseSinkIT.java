package org.openimr.sink.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openimr.event.CaseHeader;
import org.openimr.event.ItemDecision;
import org.openimr.event.Warning;
import org.openimr.schemas.event.WarningCodes;
import org.openimr.sink.reconcile.spi.SinkInventory;

class DatabaseSinkIT {
  @TempDir static Path directory;

  private static DatabaseSinkFixture fixture;

  @BeforeAll
  static void start() throws Exception {
    fixture = DatabaseSinkFixture.start(directory);
  }

  @AfterAll
  static void stop() {
    fixture.close();
  }

  @Test
  void writesCaseAsTypedRow() {
    fixture.send(SampleDatabaseEvents.header("CM16-0000001", 1));

    fixture.awaitText("select count(*) from imr.cases where case_key = 'CM16-0000001'", "1");
    String fromCase = " from imr.cases where case_key = 'CM16-0000001'";
    assertThat(fixture.text("select date_of_injury = date '1967-03-12'" + fromCase)).isEqualTo("t");
    assertThat(fixture.text("select decision_date = date '2016-12-09'" + fromCase)).isEqualTo("t");
    assertThat(
            fixture.text("select received_at = timestamptz '2026-11-01T23:30:00.250Z'" + fromCase))
        .isEqualTo("t");
    assertThat(fixture.text("select date_assigned" + fromCase)).isNull();
    assertThat(fixture.text("select priority" + fromCase)).isEqualTo("EXPEDITED");
    assertThat(fixture.text("select reviewer -> 'specialties' ->> 0" + fromCase))
        .isEqualTo("Synthetic Surgery");
    assertThat(fixture.text("select warnings -> 0 ->> 'code'" + fromCase)).isEqualTo("DATE_ORDER");
    assertThat(fixture.text("select warning_codes" + fromCase)).isEqualTo("{DATE_ORDER}");
  }

  @Test
  void everyWarningCodeReachesItsColumn() {
    ItemDecision decision = SampleDatabaseEvents.decision("CM16-0000008", 1, 1);
    decision.setWarnings(
        WarningCodes.written().stream()
            .map(code -> new Warning(code, "rationale", "a synthetic doubt"))
            .toList());

    fixture.send(decision);

    fixture.awaitText(
        "select warning_codes from imr.decisions where item_key = 'CM16-0000008#1'",
        WarningCodes.written().stream()
            .map(Enum::name)
            .sorted()
            .collect(Collectors.joining(",", "{", "}")));
  }

  @Test
  void writesOneRowPerDecisionAndCitation() {
    fixture.send(
        SampleDatabaseEvents.decision("CM16-0000002", 1, 1, "Synthetic Pain", "Synthetic Knee"));

    fixture.awaitText("select count(*) from imr.decisions where case_key = 'CM16-0000002'", "1");
    String fromItem = " from imr.decisions where item_key = 'CM16-0000002#1'";
    assertThat(fixture.text("select category" + fromItem)).isEqualTo("Durable Medical Equipment");
    assertThat(fixture.text("select disputed" + fromItem)).isEqualTo("Synthetic belt");
    assertThat(fixture.text("select rationale" + fromItem))
        .isEqualTo(
            "The synthetic \"file\" says\nto\uFFFDo little: " + SampleDatabaseEvents.CLINICAL_TEXT);
    assertThat(fixture.text("select request #>> '{details,datesOfService,0,first}'" + fromItem))
        .isEqualTo("2015-01-02");
    assertThat(fixture.text("select reviewer_basis_kind" + fromItem)).isEqualTo("MTUS");
    assertThat(
            fixture.text(
                """
                select string_agg(concat_ws(' ', cited_by, position, document, span_start,
                    span_end, pages ->> 0, standing), '; ' order by cited_by, position)
                from imr.citations where item_key = 'CM16-0000002#1'
                """))
        .isEqualTo(
            """
            CLAIMS_ADMINISTRATOR 1 Synthetic Low Back 3 17 {"last": 7, "first": 7} IN_FORCE; \
            REVIEWER 1 Synthetic Pain 3 17 {"last": 7, "first": 7} IN_FORCE; \
            REVIEWER 2 Synthetic Knee 3 17 {"last": 7, "first": 7} IN_FORCE\
            """);
  }

  @Test
  void newerRevisionReplacesItsRowsAndDeletesRemovedItems() {
    String rows = "select count(*) from imr.decisions where case_key = 'CM16-0000003'";
    String documents =
        """
        select string_agg(item_number || ' ' || document, ', ' order by item_number, document)
        from imr.citations where case_key = 'CM16-0000003' and cited_by = 'REVIEWER'
        """;
    fixture.send(
        SampleDatabaseEvents.decision("CM16-0000003", 1, 1, "Synthetic Pain", "Synthetic Knee"));
    fixture.send(SampleDatabaseEvents.decision("CM16-0000003", 2, 1, "Synthetic Hip"));
    fixture.awaitText(rows, "2");
    assertThat(fixture.text(documents))
        .isEqualTo("1 Synthetic Knee, 1 Synthetic Pain, 2 Synthetic Hip");

    fixture.send(SampleDatabaseEvents.decision("CM16-0000003", 1, 2, "Synthetic Neck"));
    fixture.withdraw("CM16-0000003", 2);

    fixture.awaitText(rows, "1");
    fixture.awaitText(documents, "1 Synthetic Neck");
    assertThat(fixture.text("select revision from imr.decisions where case_key = 'CM16-0000003'"))
        .isEqualTo("2");
  }

  @Test
  void lastRecordPerKeyOfABatchWins() {
    for (int revision = 1; revision <= 40; revision++) {
      fixture.send(SampleDatabaseEvents.decision("CM16-0000004", 1, revision, "Synthetic Pain"));
      fixture.send(SampleDatabaseEvents.decision("CM16-0000004", 2, revision, "Synthetic Pain"));
      fixture.withdraw("CM16-0000004", revision % 2 + 1);
      fixture.send(SampleDatabaseEvents.header("CM16-0000004", revision));
    }
    fixture.send(SampleDatabaseEvents.decision("CM16-0000004", 1, 41, "Synthetic Pain"));
    fixture.withdraw("CM16-0000004", 2);
    fixture.withdraw("CM16-0000004");
    fixture.send(SampleDatabaseEvents.header("CM16-0000004", 41));

    fixture.awaitText("select revision from imr.decisions where item_key = 'CM16-0000004#1'", "41");
    fixture.awaitText("select revision from imr.cases where case_key = 'CM16-0000004'", "41");
    fixture.awaitText("select count(*) from imr.decisions where item_key = 'CM16-0000004#2'", "0");
    assertThat(fixture.text("select count(*) from imr.citations where case_key = 'CM16-0000004'"))
        .isEqualTo("2");
  }

  @Test
  void addsColumnForNewField() {
    Schema newer = EvolvedSchema.of(CaseHeader.getClassSchema());

    fixture.sendNewer(
        SampleDatabaseEvents.header("CM16-0000007", 1),
        newer,
        Map.of(
            "heardAt", SampleDatabaseEvents.RECEIVED.toEpochMilli(), "tags", List.of("synthetic")));

    fixture.awaitText("select count(*) from imr.cases where case_key = 'CM16-0000007'", "1");
    assertThat(
            fixture.text(
                """
                select pg_typeof(heard_at) || ' ' || (heard_at = received_at) || ' '
                    || pg_typeof(tags) || ' ' || tags
                from imr.cases where case_key = 'CM16-0000007'
                """))
        .isEqualTo("timestamp with time zone true jsonb [\"synthetic\"]");
  }

  @Test
  void inventoryListsLatestRevisionOfEachKey() {
    fixture.send(SampleDatabaseEvents.header("CM16-0000005", 3));
    fixture.send(SampleDatabaseEvents.decision("CM16-0000005", 7, 3, "Synthetic Pain"));
    fixture.awaitText("select count(*) from imr.cases where case_key = 'CM16-0000005'", "1");
    fixture.awaitText("select count(*) from imr.decisions where case_key = 'CM16-0000005'", "1");

    try (SinkInventory inventory =
        DatabaseSinkFixture.SINK.inventory(fixture.settings()).orElseThrow()) {
      Map<String, Integer> cases = new TreeMap<>();
      Map<String, Integer> items = new TreeMap<>();
      inventory.forEachCase(cases::put);
      inventory.forEachItem(items::put);

      assertThat(cases).containsEntry("CM16-0000005", 3).hasSize((int) inventory.cases());
      assertThat(items).containsEntry("CM16-0000005#7", 3).hasSize((int) inventory.items());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"imr_reader", "imr_clinical_reader"})
  void readerRolesAreReadOnly(String role) throws SQLException {
    try (Connection connection = fixture.connect();
        var statement = connection.createStatement()) {
      statement.execute("set role " + role);
      for (String table : new String[] {"cases", "decisions", "citations"}) {
        statement.execute("select case_key from imr." + table);
        assertThatThrownBy(() -> statement.execute("delete from imr." + table))
            .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> statement.execute("update imr." + table + " set case_key = ''"))
            .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> statement.execute("truncate imr." + table))
            .hasMessageContaining("permission denied");
      }
      assertThatThrownBy(() -> statement.execute("create table imr.mine (a int)"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void rejectedRowIsReportedWithoutItsText() throws SQLException {
    execute(
        "alter table imr.decisions add constraint rejects_case check (case_key <> 'CM16-0000006')");
    String failure;
    try (CapturedLog log = CapturedLog.open()) {
      fixture.send(SampleDatabaseEvents.decision("CM16-0000006", 1, 1, "Synthetic Pain"));
      failure =
          await().atMost(DatabaseSinkFixture.SOON).until(this::failure, trace -> !trace.isEmpty());

      assertThat(failure)
          .contains("rejects_case")
          .doesNotContain(SampleDatabaseEvents.CLINICAL_TEXT);
      assertThat(log.text())
          .contains("rejects_case")
          .doesNotContain(SampleDatabaseEvents.CLINICAL_TEXT);
    } finally {
      execute("alter table imr.decisions drop constraint rejects_case");
      fixture.worker().restart("database-decisions", true);
    }
    fixture.awaitText("select count(*) from imr.decisions where case_key = 'CM16-0000006'", "1");
  }

  @Test
  void workerExposesNoPassword() {
    await().atMost(DatabaseSinkFixture.SOON).until(() -> fixture.worker().names().size() == 2);

    for (String connector : fixture.worker().names()) {
      assertThat(fixture.worker().configuration(connector))
          .containsEntry("connection.password", "${imr:sinks.database.password}");
      assertThat(fixture.worker().configuration(connector).values())
          .noneMatch(value -> value.contains(DatabaseSinkFixture.PASSWORD));
    }
  }

  private String failure() {
    return fixture.worker().statuses().stream()
        .flatMap(status -> status.failure().stream())
        .collect(Collectors.joining());
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = fixture.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
