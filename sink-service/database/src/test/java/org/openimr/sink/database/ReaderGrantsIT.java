package org.openimr.sink.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.event.CaseHeader;
import org.openimr.event.ItemDecision;
import org.openimr.schemas.event.AvroJsonFormatter;
import org.openimr.schemas.settings.Settings;
import org.openimr.standalone.database.EmbeddedDatabase;
import org.openimr.testkit.event.CanaryEvent;

/** A canary in each field of a case and of a decision, read with both roles. */
class ReaderGrantsIT {
  private static final String READER = "imr_reader";
  private static final String CLINICAL_READER = "imr_clinical_reader";
  private static final List<String> TABLES = List.of("cases", "decisions", "citations");

  @TempDir static Path directory;

  private static final CanaryEvent HEADER = CanaryEvent.of(CaseHeader.getClassSchema());
  private static final CanaryEvent DECISION = CanaryEvent.of(ItemDecision.getClassSchema());
  private static EmbeddedDatabase server;
  private static Connection connection;

  @BeforeAll
  static void open() throws Exception {
    server = EmbeddedDatabase.start(directory, 0);
    Settings settings =
        Settings.of(
            DatabaseSettings.ALL,
            Map.of("sinks.database.url", server.url(), "sinks.database.user", server.user()));
    new DatabaseSink().prepare(settings);
    connection = PostgresDataSource.of(settings).getConnection();
    insert("cases", HEADER, "");
    insert("decisions", DECISION, "key#1");
  }

  @AfterAll
  static void close() throws SQLException {
    connection.close();
    server.close();
  }

  @Test
  void readerSeesNoClinicalField() throws SQLException {
    String visible = visibleTo(READER);

    assertThat(HEADER.leaksInto(visible)).isEmpty();
    assertThat(DECISION.leaksInto(visible)).isEmpty();
  }

  /** The columns of source are one column, which is withheld because it holds the file name. */
  @Test
  void readerSeesAllOtherFields() throws SQLException {
    String visible = visibleTo(READER);

    assertThat(HEADER.missingFrom(visible)).allMatch(path -> path.startsWith("source."));
    assertThat(DECISION.missingFrom(visible)).allMatch(path -> path.startsWith("source."));
  }

  @Test
  void clinicalReaderSeesAllFields() throws SQLException {
    String visible = visibleTo(CLINICAL_READER);

    assertThat(HEADER.missingFrom(visible)).isEmpty();
    assertThat(DECISION.missingFrom(visible)).isEmpty();
    assertThat(DECISION.leaksInto(visible)).containsExactlyElementsOf(DECISION.clinical().keySet());
  }

  @Test
  void newColumnIsWithheldUntilItIsGranted() throws SQLException {
    execute("alter table imr.cases add column remark text default 'a remark'");
    try {
      assertThat(readable(READER, "cases")).doesNotContain("remark").contains("case_key");
      assertThat(readable(CLINICAL_READER, "cases")).contains("remark");
      execute("set role " + READER);
      assertThatThrownBy(() -> text("select remark from imr.cases"))
          .hasMessageContaining("permission denied");
    } finally {
      execute("reset role");
      execute("alter table imr.cases drop column remark");
    }
  }

  /** The rows of all tables, with the columns that a role may read. */
  private static String visibleTo(String role) throws SQLException {
    StringBuilder visible = new StringBuilder();
    for (String table : TABLES) {
      String columns = readable(role, table);
      execute("set role " + role);
      try {
        visible.append(
            text(
                "select string_agg(to_jsonb(r)::text, ' ') from (select %s from imr.%s) r"
                    .formatted(columns, table)));
      } finally {
        execute("reset role");
      }
    }
    return visible.toString();
  }

  private static String readable(String role, String table) throws SQLException {
    return text(
        """
        select string_agg(attname, ', ') from pg_attribute
        where attrelid = 'imr.%s'::regclass and attnum > 0 and not attisdropped
          and has_column_privilege('%s', attrelid, attnum, 'SELECT')
        """
            .formatted(table, role));
  }

  private static void insert(String table, CanaryEvent canary, String itemKey) throws Exception {
    ObjectNode row = row(canary);
    if (!itemKey.isEmpty()) {
      row.put("item_key", itemKey);
    }
    String columns =
        row.properties().stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into imr.%1$s (%2$s) select %2$s from jsonb_populate_record(null::imr.%1$s, ?::jsonb)"
                .formatted(table, columns))) {
      insert.setString(1, row.toString());
      insert.execute();
    }
  }

  private static ObjectNode row(CanaryEvent canary) throws Exception {
    ObjectMapper json = new ObjectMapper();
    ObjectNode event = (ObjectNode) json.readTree(AvroJsonFormatter.compact(canary.event()));
    ObjectNode row = json.createObjectNode();
    for (Schema.Field field : canary.event().getSchema().getFields()) {
      row.set(EventTable.column(field.name()), event.get(field.name()));
    }
    return row;
  }

  private static void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String text(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return String.valueOf(row.getString(1));
    }
  }
}
