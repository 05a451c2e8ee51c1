package org.openimr.sink.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.openimr.event.CaseHeader;
import org.openimr.event.Citation;
import org.openimr.event.ItemDecision;
import org.openimr.event.Request;

/**
 * Repeatable Flyway migration that comments on columns with the documentation of the event schemas;
 * it runs again whenever that documentation changes. Columns that do not come from an event have
 * their comments in the SQL migrations.
 */
final class ColumnComments implements JavaMigration {
  private static final String UNKNOWN = "UNKNOWN";

  private final Map<String, Map<String, String>> comments = new TreeMap<>();

  ColumnComments() {
    comments.put("cases", columns(CaseHeader.getClassSchema()));
    Map<String, String> decisions = columns(ItemDecision.getClassSchema());
    columns(Request.getClassSchema()).forEach(decisions::putIfAbsent);
    comments.put("decisions", decisions);
    comments.put("citations", columns(Citation.getClassSchema()));
  }

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    for (var table : comments.entrySet()) {
      Set<String> present = EventTable.columns(connection, table.getKey());
      try (Statement statement = connection.createStatement()) {
        for (var column : table.getValue().entrySet()) {
          if (present.contains(column.getKey())) {
            statement.execute(
                "comment on column %s.%s.%s is %s"
                    .formatted(
                        SchemaMigrations.SCHEMA,
                        table.getKey(),
                        column.getKey(),
                        statement.enquoteLiteral(column.getValue())));
          }
        }
      }
    }
  }

  @Override
  public @Nullable MigrationVersion getVersion() {
    return null;
  }

  @Override
  public String getDescription() {
    return "comments of events";
  }

  @Override
  public Integer getChecksum() {
    return comments.hashCode();
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  private static Map<String, String> columns(Schema event) {
    Map<String, String> columns = new TreeMap<>();
    for (Schema.Field field : event.getFields()) {
      columns.put(EventTable.column(field.name()), field.doc() + symbols(field.schema()));
    }
    return columns;
  }

  /** Lists the symbols of an enum, because its column is plain text. */
  private static String symbols(Schema schema) {
    return switch (schema.getType()) {
      case UNION ->
          schema.getTypes().stream().map(ColumnComments::symbols).collect(Collectors.joining());
      case ENUM ->
          schema.getEnumSymbols().stream()
              .filter(symbol -> !symbol.equals(UNKNOWN))
              .collect(Collectors.joining(", ", " One of ", "."));
      default -> "";
    };
  }
}
