package org.openimr.sink.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.event.ItemDecision;
import org.openimr.schemas.event.AvroJsonFormatter;
import org.openimr.schemas.settings.Settings;
import org.openimr.standalone.database.EmbeddedDatabase;

class SchemaMigrationsIT {
  private static final Path DOCUMENTATION = Path.of("..", "..", "deploy", "docs", "database.md");
  private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);

  private static final String AS_CLINICAL_READER = "-- as imr_clinical_reader";

  @TempDir static Path directory;

  private static EmbeddedDatabase server;
  private static Settings settings;
  private static Connection connection;

  @BeforeAll
  static void migrate() throws SQLException {
    server = EmbeddedDatabase.start(directory, 0);
    settings =
        Settings.of(
            DatabaseSettings.ALL,
            Map.of("sinks.database.url", server.url(), "sinks.database.user", server.user()));
    new DatabaseSink().prepare(settings);
    connection = PostgresDataSource.of(settings).getConnection();
  }

  @AfterAll
  static void stop() throws SQLException {
    connection.close();
    server.close();
  }

  @Test
  void secondMigrationChangesNothing() throws SQLException {
    List<String> before = column("select installed_rank || script from imr.migrations order by 1");

    new DatabaseSink().prepare(settings);

    assertThat(column("select installed_rank || script from imr.migrations order by 1"))
        .isEqualTo(before)
        .isNotEmpty();
  }

  @Test
  void commentsOnEveryTableAndColumn() throws SQLException {
    assertThat(
            column(
                """
                select table_name || '.' || column_name from information_schema.columns
                where table_schema = 'imr' and table_name <> 'migrations' and col_description(
                    (table_schema || '.' || table_name)::regclass, ordinal_position) is null
                """))
        .isEmpty();
    assertThat(column("select obj_description('imr.cases'::regclass)").getFirst()).contains("case");
    assertThat(
            column(
                """
                select col_description('imr.cases'::regclass, ordinal_position)
                from information_schema.columns
                where table_schema = 'imr' and table_name = 'cases' and column_name = 'outcome'
                """))
        .containsExactly(
            "Outcome over all items. One of UPHELD, OVERTURNED, PARTIALLY_OVERTURNED.");
  }

  @Test
  void columnsHaveSpecificTypes() throws SQLException {
    assertThat(
            column(
                """
                select distinct data_type from information_schema.columns
                where table_schema = 'imr' and column_name like '%date%'
                """))
        .containsExactly("date");
    assertThat(
            column(
                """
                select distinct data_type from information_schema.columns
                where table_schema = 'imr' and column_name in ('received_at', 'written_at')
                """))
        .containsExactly("timestamp with time zone");
    assertThat(
            column(
                """
                select distinct data_type from information_schema.columns
                where table_schema = 'imr' and column_name in ('request', 'reviewer', 'warnings',
                    'source', 'reviewer_basis', 'claims_administrator_basis', 'pages')
                """))
        .containsExactly("jsonb");
  }

  @Test
  void updatesCitationsWithTheirDecision() throws SQLException {
    String citations =
        "select cited_by || ' ' || document from imr.citations"
            + " where case_key = 'CM16-0000001' order by 1";
    insert(SampleDatabaseEvents.decision("CM16-0000001", 1, 1, "Synthetic Pain", "Synthetic Pain"));
    assertThat(column(citations))
        .containsExactly(
            "CLAIMS_ADMINISTRATOR Synthetic Low Back",
            "REVIEWER Synthetic Pain",
            "REVIEWER Synthetic Pain");

    execute(
        """
        update imr.decisions set reviewer_basis = '{"kind": "NONE_CITED", "citations": []}'
        where case_key = 'CM16-0000001'
        """);
    assertThat(column(citations)).containsExactly("CLAIMS_ADMINISTRATOR Synthetic Low Back");

    execute("delete from imr.decisions where case_key = 'CM16-0000001'");
    assertThat(column(citations)).isEmpty();
  }

  @Test
  void warningCodesAreSortedWithoutDuplicates() throws SQLException {
    insert(SampleDatabaseEvents.decision("CM16-0000004", 1, 1));
    String codes = "select warning_codes from imr.decisions where case_key = 'CM16-0000004'";
    assertThat(column(codes)).containsExactly("{}");

    execute(
        """
        update imr.decisions set warnings =
            '[{"code": "TEXT_INCOMPLETE"}, {"code": "ANNOTATION"}, {"code": "TEXT_INCOMPLETE"}]'
        where case_key = 'CM16-0000004'
        """);

    assertThat(column(codes)).containsExactly("{ANNOTATION,TEXT_INCOMPLETE}");
    assertThat(
            column(
                """
                select item_key from imr.decisions
                where 'ANNOTATION' = any (warning_codes) and case_key = 'CM16-0000004'
                """))
        .containsExactly("CM16-0000004#1");
  }

  @Test
  void filterByWarningCodeUsesAnIndex() throws SQLException {
    execute("set enable_seqscan = off");
    try {
      for (String table : List.of("cases", "decisions")) {
        assertThat(
                column(
                    "explain select * from imr.%s where warning_codes @> '{TEXT_EXCLUDED}'"
                        .formatted(table)))
            .anyMatch(line -> line.contains(table + "_warning_codes_idx"));
      }
    } finally {
      execute("reset enable_seqscan");
    }
  }

  @Test
  void recordsTimeOfLastUpdate() throws SQLException {
    insert(SampleDatabaseEvents.decision("CM16-0000002", 1, 1));
    String written = "select written_at from imr.decisions where case_key = 'CM16-0000002'";
    String before = column(written).getFirst();

    execute("update imr.decisions set revision = 2 where case_key = 'CM16-0000002'");

    assertThat(column(written).getFirst()).isGreaterThan(before);
  }

  @Test
  void connectorLimitsIdleTransactions() throws SQLException {
    String address =
        new DatabaseSink().connectors(settings).get("database-cases").get("connection.url");

    try (Connection connector = DriverManager.getConnection(address, server.user(), "");
        var statement = connector.createStatement();
        ResultSet limit = statement.executeQuery("show idle_in_transaction_session_timeout")) {
      limit.next();
      assertThat(limit.getString(1)).isEqualTo("20s");
    }
  }

  @Test
  void documentedQueriesRunAsReader() throws Exception {
    insert(SampleDatabaseEvents.decision("CM16-0000003", 1, 1, "Synthetic Pain"));
    execute(
        """
        insert into imr.cases (case_key, letter_id, revision, source, received_at, parser_version,
            layout, decision_date, application_received, reviewer, item_count, upheld_count,
            overturned_count, outcome, warnings)
        values ('CM16-0000003', '', 1, '{}', now(), '1', 'STANDARD', '2016-12-09', '2016-11-09',
            '{"specialties": ["Synthetic Surgery"]}', 3, 3, 0, 'UPHELD',
            '[{"code": "TEXT_EXCLUDED"}]')
        """);
    execute(
        """
        update imr.decisions set
          request = jsonb_set(request, '{details,bodyParts}', '[{"name": "synthetic part"}]'),
          reviewer_basis = jsonb_set(jsonb_set(reviewer_basis,
              '{citations,0,standing}', '"SUPERSEDED"'), '{citations,0,resolution}', '"UNRESOLVED"')
        where case_key = 'CM16-0000003'
        """);
    execute("alter table imr.decisions disable trigger mark_written");
    execute("update imr.decisions set written_at = now() - interval '1 hour'");
    execute("alter table imr.decisions enable trigger mark_written");

    List<String> documented =
        SQL.matcher(Files.readString(DOCUMENTATION))
            .results()
            .map(SchemaMigrationsIT::code)
            .toList();

    assertThat(documented).hasSizeGreaterThanOrEqualTo(11);
    for (String sql : documented) {
      boolean query = sql.startsWith("select") || sql.startsWith(AS_CLINICAL_READER);
      execute(query ? "set role " + reader(sql) : "reset role");
      if (query) {
        assertThat(column(sql)).as(sql).isNotEmpty();
      } else {
        execute(sql);
      }
    }
    execute("reset role");
  }

  private static String reader(String sql) {
    return sql.startsWith(AS_CLINICAL_READER) ? "imr_clinical_reader" : "imr_reader";
  }

  private static String code(MatchResult block) {
    return block.group(1).strip();
  }

  private static void insert(ItemDecision decision) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into imr.decisions (item_key, case_key, letter_id, revision, source, received_at,
                parser_version, decision_date, item_number, item_count, request, outcome,
                claims_administrator_basis, reviewer_basis, rationale, warnings)
            values (?, ?, '', 1, '{}', now(), '1', '2016-12-09', ?, 1, ?::jsonb, 'UPHELD',
                ?::jsonb, ?::jsonb, '', '[]')
            """)) {
      insert.setString(1, decision.getCaseKey() + "#" + decision.getItemNumber());
      insert.setString(2, decision.getCaseKey());
      insert.setInt(3, decision.getItemNumber());
      insert.setString(4, AvroJsonFormatter.compact(decision.getRequest()));
      insert.setString(5, AvroJsonFormatter.compact(decision.getClaimsAdministratorBasis()));
      insert.setString(6, AvroJsonFormatter.compact(decision.getReviewerBasis()));
      insert.executeUpdate();
    }
  }

  private static void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> column(String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }
}
