package org.openimr.sink.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.openimr.sink.connect.spi.SinkException;
import org.openimr.sink.reconcile.spi.SinkInventory;

/** The rows of the database. */
final class DatabaseInventory implements SinkInventory {
  private static final int ROWS_AT_ONCE = 10_000;

  private final Connection connection;

  private DatabaseInventory(Connection connection) {
    this.connection = connection;
  }

  /** One look at the database as it is now: all that is asked is answered from the same moment. */
  static DatabaseInventory of(DataSource database) {
    try {
      Connection connection = database.getConnection();
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      return new DatabaseInventory(connection);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  @Override
  public String sink() {
    return DatabaseSink.NAME;
  }

  @Override
  public long cases() {
    return count("select count(*) from imr.cases");
  }

  @Override
  public long items() {
    return count("select count(*) from imr.decisions");
  }

  @Override
  public void forEachCase(RevisionConsumer entry) {
    forEach("select case_key, revision from imr.cases", entry);
  }

  @Override
  public void forEachItem(RevisionConsumer entry) {
    forEach("select item_key, revision from imr.decisions", entry);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private long count(String query) {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private void forEach(String query, RevisionConsumer entry) {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          entry.accept(rows.getString(1), rows.getInt(2));
        }
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static SinkException failure(SQLException e) {
    return new SinkException("The database does not say what it holds: " + e.getMessage(), e);
  }
}
