package org.openimr.sink.lake.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.Schema;
import org.apache.iceberg.Table;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.lake.catalog.LakeCatalog;
import org.openimr.sink.lake.catalog.LakeTable;
import org.openimr.sink.lake.catalog.LatestRowView;

/**
 * An embedded DuckDB database with views of the lake at the time of opening: {@code decisions} and
 * {@code determinations} contain all revisions, {@code decisions_newest} and {@code
 * determinations_newest} the newest row of each key.
 */
public final class DuckDbSession implements AutoCloseable {
  private static final String MEMORY_LIMIT = "256MB";

  private final Connection connection;
  private final Path directory;

  private DuckDbSession(Connection connection, Path directory) {
    this.connection = connection;
    this.directory = directory;
  }

  /**
   * Opens a session.
   *
   * @throws IllegalArgumentException if the settings do not describe a lake
   */
  public static DuckDbSession open(Settings settings) throws SQLException {
    Path directory = temporaryDirectory();
    DuckDbSession session =
        new DuckDbSession(DriverManager.getConnection("jdbc:duckdb:"), directory);
    try (LakeCatalog catalog = LakeCatalog.open(settings);
        Statement statement = session.connection.createStatement()) {
      catalog.create();
      statement.execute("SET memory_limit = '" + MEMORY_LIMIT + "'");
      statement.execute("SET temp_directory = '" + quoted(directory.resolve("spill")) + "'");
      statement.execute("SET preserve_insertion_order = false");
      for (LakeTable table : LakeTable.values()) {
        session.createViews(statement, table, catalog.table(table));
      }
      statement.execute("SET TimeZone = 'UTC'");
      return session;
    } catch (SQLException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** The connection for queries; closed with the session. */
  public Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("cannot close DuckDB", e);
    } finally {
      remove(directory);
    }
  }

  private void createViews(Statement statement, LakeTable kind, Table table) throws SQLException {
    List<Path> files = SnapshotDataFiles.of(table, directory);
    String rows = files.isEmpty() ? emptyTable(table.schema()) : parquet(files);
    statement.execute("CREATE VIEW " + kind.tableName() + " AS " + rows);
    statement.execute(
        "CREATE VIEW %s AS %s"
            .formatted(
                kind.latestView(), LatestRowView.query(kind.tableName(), kind, table.schema())));
  }

  private static String parquet(List<Path> files) {
    return files.stream()
        .map(file -> "'" + quoted(file) + "'")
        .collect(
            Collectors.joining(",", "SELECT * FROM read_parquet([", "], union_by_name = true)"));
  }

  /** Selects no rows with the given columns. */
  private static String emptyTable(Schema columns) {
    return columns.columns().stream()
        .map(
            column -> "CAST(NULL AS %s) AS \"%s\"".formatted(sqlType(column.type()), column.name()))
        .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
  }

  private static String sqlType(Type type) {
    return switch (type) {
      case Types.StructType struct ->
          struct.fields().stream()
              .map(field -> "\"%s\" %s".formatted(field.name(), sqlType(field.type())))
              .collect(Collectors.joining(", ", "STRUCT(", ")"));
      case Types.ListType list -> sqlType(list.elementType()) + "[]";
      case Types.TimestampType time ->
          time.shouldAdjustToUTC() ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP";
      case Types.StringType text -> "VARCHAR";
      default -> type.toString().toUpperCase(java.util.Locale.ROOT);
    };
  }

  private static String quoted(Path path) {
    return path.toString().replace("'", "''");
  }

  private static Path temporaryDirectory() {
    try {
      return Files.createTempDirectory("imr-lake-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted((one, other) -> other.compareTo(one)).forEach(DuckDbSession::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
