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
import org.openimr.event.CaseHeader;
import org.openimr.sink.reconcile.spi.SinkInventory;

class DatabaseSinkIT {
  @TempDir static Path folder;

  private static DatabaseSinkFixture installation;

  @BeforeAll
  static void start() throws Exception {
    installation = DatabaseSinkFixture.start(folder);
  }

  @AfterAll
  static void stop() {
    installation.close();
  }

  @Test
  void caseBecomesATypedRow() {
    installation.send(SampleDatabaseEvents.header("CM16-0000001", 1));

    installation.awaitText("select count(*) from imr.cases where case_key = 'CM16-0000001'", "1");
    String ofCase = " from imr.cases where case_key = 'CM16-0000001'";
    assertThat(installation.text("select date_of_injury = date '1967-03-12'" + ofCase))
        .isEqualTo("t");
    assertThat(installation.text("select decision_date = date '2016-12-09'" + ofCase))
        .isEqualTo("t");
    assertThat(
            installation.text(
                "select received_at = timestamptz '2026-11-01T23:30:00.250Z'" + ofCase))
        .isEqualTo("t");
    assertThat(installation.text("select date_assigned" + ofCase)).isNull();
    assertThat(installation.text("select priority" + ofCase)).isEqualTo("EXPEDITED");
    assertThat(installation.text("select reviewer -> 'specialties' ->> 0" + ofCase))
        .isEqualTo("Made-up Surgery");
    assertThat(installation.text("select warnings -> 0 ->> 'code'" + ofCase))
        .isEqualTo("DATE_ORDER");
  }

  @Test
  void aDecisionBecomesARowAndEachOfItsCitationsOne() {
    installation.send(
        SampleDatabaseEvents.decision("CM16-0000002", 1, 1, "Made-up Pain", "Made-up Knee"));

    installation.awaitText(
        "select count(*) from imr.decisions where case_key = 'CM16-0000002'", "1");
    String ofItem = " from imr.decisions where item_key = 'CM16-0000002#1'";
    assertThat(installation.text("select category" + ofItem))
        .isEqualTo("Durable Medical Equipment");
    assertThat(installation.text("select disputed" + ofItem)).isEqualTo("Made-up belt");
    assertThat(installation.text("select rationale" + ofItem))
        .isEqualTo("The made-up \"file\" says\nto\uFFFDo little: " + SampleDatabaseEvents.TELLING);
    assertThat(installation.text("select request #>> '{details,datesOfService,0,first}'" + ofItem))
        .isEqualTo("2015-01-02");
    assertThat(installation.text("select reviewer_basis_kind" + ofItem)).isEqualTo("MTUS");
    assertThat(
            installation.text(
                """
                select string_agg(concat_ws(' ', cited_by, position, document, span_start,
                    span_end, pages ->> 0, standing), '; ' order by cited_by, position)
                from imr.citations where item_key = 'CM16-0000002#1'
                """))
        .isEqualTo(
            """
            CLAIMS_ADMINISTRATOR 1 Made-up Low Back 3 17 {"last": 7, "first": 7} IN_FORCE; \
            REVIEWER 1 Made-up Pain 3 17 {"last": 7, "first": 7} IN_FORCE; \
            REVIEWER 2 Made-up Knee 3 17 {"last": 7, "first": 7} IN_FORCE\
            """);
  }

  @Test
  void aNewerRevisionReplacesARowWithItsCitationsAndWithdrawsWhatItNoLongerHas() {
    String rows = "select count(*) from imr.decisions where case_key = 'CM16-0000003'";
    String documents =
        """
        select string_agg(item_number || ' ' || document, ', ' order by item_number, document)
        from imr.citations where case_key = 'CM16-0000003' and cited_by = 'REVIEWER'
        """;
    installation.send(
        SampleDatabaseEvents.decision("CM16-0000003", 1, 1, "Made-up Pain", "Made-up Knee"));
    installation.send(SampleDatabaseEvents.decision("CM16-0000003", 2, 1, "Made-up Hip"));
    installation.awaitText(rows, "2");
    assertThat(installation.text(documents))
        .isEqualTo("1 Made-up Knee, 1 Made-up Pain, 2 Made-up Hip");

    installation.send(SampleDatabaseEvents.decision("CM16-0000003", 1, 2, "Made-up Neck"));
    installation.withdraw("CM16-0000003", 2);

    installation.awaitText(rows, "1");
    installation.awaitText(documents, "1 Made-up Neck");
    assertThat(
            installation.text("select revision from imr.decisions where case_key = 'CM16-0000003'"))
        .isEqualTo("2");
  }

  @Test
  void lastRecordOfAKeyInABatchWins() {
    for (int revision = 1; revision <= 40; revision++) {
      installation.send(SampleDatabaseEvents.decision("CM16-0000004", 1, revision, "Made-up Pain"));
      installation.send(SampleDatabaseEvents.decision("CM16-0000004", 2, revision, "Made-up Pain"));
      installation.withdraw("CM16-0000004", revision % 2 + 1);
      installation.send(SampleDatabaseEvents.header("CM16-0000004", revision));
    }
    installation.send(SampleDatabaseEvents.decision("CM16-0000004", 1, 41, "Made-up Pain"));
    installation.withdraw("CM16-0000004", 2);
    installation.withdraw("CM16-0000004");
    installation.send(SampleDatabaseEvents.header("CM16-0000004", 41));

    installation.awaitText(
        "select revision from imr.decisions where item_key = 'CM16-0000004#1'", "41");
    installation.awaitText("select revision from imr.cases where case_key = 'CM16-0000004'", "41");
    installation.awaitText(
        "select count(*) from imr.decisions where item_key = 'CM16-0000004#2'", "0");
    assertThat(
            installation.text("select count(*) from imr.citations where case_key = 'CM16-0000004'"))
        .isEqualTo("2");
  }

  @Test
  void newFieldBecomesAColumn() {
    Schema newer = EvolvedSchema.of(CaseHeader.getClassSchema());

    installation.sendNewer(
        SampleDatabaseEvents.header("CM16-0000007", 1),
        newer,
        Map.of(
            "heardAt", SampleDatabaseEvents.RECEIVED.toEpochMilli(), "rooms", List.of("made up")));

    installation.awaitText("select count(*) from imr.cases where case_key = 'CM16-0000007'", "1");
    assertThat(
            installation.text(
                """
                select pg_typeof(heard_at) || ' ' || (heard_at = received_at) || ' '
                    || pg_typeof(rooms) || ' ' || rooms
                from imr.cases where case_key = 'CM16-0000007'
                """))
        .isEqualTo("timestamp with time zone true jsonb [\"made up\"]");
  }

  @Test
  void inventoryHoldsTheLatestRevisionOfEachKey() {
    installation.send(SampleDatabaseEvents.header("CM16-0000005", 3));
    installation.send(SampleDatabaseEvents.decision("CM16-0000005", 7, 3, "Made-up Pain"));
    installation.awaitText("select count(*) from imr.cases where case_key = 'CM16-0000005'", "1");
    installation.awaitText(
        "select count(*) from imr.decisions where case_key = 'CM16-0000005'", "1");

    try (SinkInventory holdings =
        DatabaseSinkFixture.SINK.inventory(installation.settings()).orElseThrow()) {
      Map<String, Integer> cases = new TreeMap<>();
      Map<String, Integer> items = new TreeMap<>();
      holdings.forEachCase(cases::put);
      holdings.forEachItem(items::put);

      assertThat(cases).containsEntry("CM16-0000005", 3).hasSize((int) holdings.cases());
      assertThat(items).containsEntry("CM16-0000005#7", 3).hasSize((int) holdings.items());
    }
  }

  @Test
  void readerRoleIsReadOnly() throws SQLException {
    try (Connection connection = installation.connect();
        var statement = connection.createStatement()) {
      statement.execute("set role imr_reader");
      for (String table : new String[] {"cases", "decisions", "citations"}) {
        statement.execute("select * from imr." + table);
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
    execute("alter table imr.decisions add constraint refused check (case_key <> 'CM16-0000006')");
    String failure;
    try (CapturedLog log = CapturedLog.open()) {
      installation.send(SampleDatabaseEvents.decision("CM16-0000006", 1, 1, "Made-up Pain"));
      failure =
          await().atMost(DatabaseSinkFixture.SOON).until(this::failure, trace -> !trace.isEmpty());

      assertThat(failure).contains("refused").doesNotContain(SampleDatabaseEvents.TELLING);
      assertThat(log.text()).contains("refused").doesNotContain(SampleDatabaseEvents.TELLING);
    } finally {
      execute("alter table imr.decisions drop constraint refused");
      installation.worker().restart("database-decisions", true);
    }
    installation.awaitText(
        "select count(*) from imr.decisions where case_key = 'CM16-0000006'", "1");
  }

  @Test
  void workerExposesNoPassword() {
    await().atMost(DatabaseSinkFixture.SOON).until(() -> installation.worker().names().size() == 2);

    for (String connector : installation.worker().names()) {
      assertThat(installation.worker().configuration(connector))
          .containsEntry("connection.password", "${imr:sinks.database.password}");
      assertThat(installation.worker().configuration(connector).values())
          .noneMatch(value -> value.contains(DatabaseSinkFixture.PASSWORD));
    }
  }

  private String failure() {
    return installation.worker().statuses().stream()
        .flatMap(status -> status.failure().stream())
        .collect(Collectors.joining());
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = installation.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
