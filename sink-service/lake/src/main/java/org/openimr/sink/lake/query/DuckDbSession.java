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
 * DuckDB in this JVM over the lake as it is at the time of opening: views {@code decisions} and
 * {@code determinations} with all revisions, {@code decisions_newest} and {@code
 * determinations_newest} with the newest row of each key.
 */
public final class DuckDbSession implements AutoCloseable {
  private static final String MEMORY = "256MB";

  private final Connection connection;
  private final Path folder;

  private DuckDbSession(Connection connection, Path folder) {
    this.connection = connection;
    this.folder = folder;
  }

  /**
   * Opens a session.
   *
   * @throws IllegalArgumentException if the settings name no lake
   */
  public static DuckDbSession open(Settings settings) throws SQLException {
    Path folder = temporaryFolder();
    DuckDbSession session = new DuckDbSession(DriverManager.getConnection("jdbc:duckdb:"), folder);
    try (LakeCatalog catalog = LakeCatalog.open(settings);
        Statement statement = session.connection.createStatement()) {
      catalog.create();
      statement.execute("SET memory_limit = '" + MEMORY + "'");
      statement.execute("SET temp_directory = '" + quoted(folder.resolve("spill")) + "'");
      statement.execute("SET preserve_insertion_order = false");
      for (LakeTable table : LakeTable.values()) {
        session.show(statement, table, catalog.table(table));
      }
      // nothing but the tables is to be read by a query
      statement.execute("SET TimeZone = 'UTC'");
      return session;
    } catch (SQLException | RuntimeException e) {
      session.close();
      throw e;
    }
  }

  /** For queries; closed with the session. */
  public Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("DuckDB does not close", e);
    } finally {
      remove(folder);
    }
  }

  private void show(Statement statement, LakeTable kind, Table table) throws SQLException {
    List<Path> files = SnapshotDataFiles.of(table, folder);
    String rows = files.isEmpty() ? none(table.schema()) : parquet(files);
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

  /** A table without rows, of the same columns. */
  private static String none(Schema columns) {
    return columns.columns().stream()
        .map(column -> "CAST(NULL AS %s) AS \"%s\"".formatted(sql(column.type()), column.name()))
        .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
  }

  private static String sql(Type type) {
    return switch (type) {
      case Types.StructType struct ->
          struct.fields().stream()
              .map(field -> "\"%s\" %s".formatted(field.name(), sql(field.type())))
              .collect(Collectors.joining(", ", "STRUCT(", ")"));
      case Types.ListType list -> sql(list.elementType()) + "[]";
      case Types.TimestampType time ->
          time.shouldAdjustToUTC() ? "TIMESTAMP WITH TIME ZONE" : "TIMESTAMP";
      case Types.StringType text -> "VARCHAR";
      default -> type.toString().toUpperCase(java.util.Locale.ROOT);
    };
  }

  private static String quoted(Path path) {
    return path.toString().replace("'", "''");
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("imr-lake-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
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
