package org.openimr.sink.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.openimr.event.CaseHeader;
import org.openimr.event.Citation;
import org.openimr.event.ItemDecision;
import org.openimr.schemas.event.ClinicalFields;

/**
 * Repeatable Flyway migration that lets the role {@code imr_reader} read the columns that are not
 * clinical and do not hold a clinical field; it runs again whenever the list of clinical fields or
 * the fields of the events change.
 */
final class ReaderGrants implements JavaMigration {
  private static final String ROLE = "imr_reader";

  private final Map<String, Schema> tables =
      new TreeMap<>(
          Map.of(
              "cases", CaseHeader.getClassSchema(),
              "decisions", ItemDecision.getClassSchema(),
              "citations", Citation.getClassSchema()));

  @Override
  public void migrate(Context context) throws SQLException {
    Connection connection = context.getConnection();
    try (Statement statement = connection.createStatement()) {
      for (var table : tables.entrySet()) {
        Set<String> readable = EventTable.columns(connection, table.getKey());
        readable.removeAll(clinicalColumns(table.getValue()));
        String name = SchemaMigrations.SCHEMA + "." + table.getKey();
        statement.execute("revoke select on %s from %s".formatted(name, ROLE));
        statement.execute(
            "grant select (%s) on %s to %s".formatted(String.join(", ", readable), name, ROLE));
      }
    }
  }

  @Override
  public @Nullable MigrationVersion getVersion() {
    return null;
  }

  @Override
  public String getDescription() {
    return "grants of readers";
  }

  @Override
  public Integer getChecksum() {
    return columns().hashCode();
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  /** The columns of clinical fields, and of fields that hold one. */
  static Set<String> clinicalColumns(Schema event) {
    Set<String> columns = new TreeSet<>();
    for (Schema.Field field : event.getFields()) {
      if (ClinicalFields.holdsClinical(event, field)) {
        columns.add(EventTable.column(field.name()));
      }
    }
    return columns;
  }

  /** All fields of each table, and the clinical ones. */
  private Map<String, String> columns() {
    Map<String, String> columns = new TreeMap<>();
    tables.forEach(
        (table, event) ->
            columns.put(
                table,
                event.getFields().stream().map(Schema.Field::name).sorted().toList()
                    + " without "
                    + clinicalColumns(event)));
    return columns;
  }
}
