package org.openimr.sink.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Columns of the tables of events. */
final class EventTable {
  private EventTable() {}

  /** The column of a field: {@code caseKey} is stored in {@code case_key}. */
  static String column(String field) {
    return field.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /** The columns that a table has, sorted. */
  static Set<String> columns(Connection connection, String table) throws SQLException {
    Set<String> columns = new TreeSet<>();
    try (ResultSet found =
        connection.getMetaData().getColumns(null, SchemaMigrations.SCHEMA, table, null)) {
      while (found.next()) {
        columns.add(found.getString("COLUMN_NAME"));
      }
    }
    return columns;
  }
}
