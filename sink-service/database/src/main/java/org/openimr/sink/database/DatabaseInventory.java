package org.openimr.sink.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.openimr.sink.connect.spi.SinkException;
import org.openimr.sink.reconcile.spi.SinkInventory;

/** Counts and lists the rows of the database for reconciliation. */
final class DatabaseInventory implements SinkInventory {
  private static final int FETCH_SIZE = 10_000;

  private final Connection connection;

  private DatabaseInventory(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens a read-only transaction, so that all queries see the same snapshot.
   *
   * @throws SinkException if the database does not answer
   */
  static DatabaseInventory open(DataSource database) {
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
  public void forEachCase(RevisionConsumer consumer) {
    forEach("select case_key, revision from imr.cases", consumer);
  }

  @Override
  public void forEachItem(RevisionConsumer consumer) {
    forEach("select item_key, revision from imr.decisions", consumer);
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

  private void forEach(String query, RevisionConsumer consumer) {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(FETCH_SIZE);
      try (ResultSet rows = statement.executeQuery(query)) {
        while (rows.next()) {
          consumer.accept(rows.getString(1), rows.getInt(2));
        }
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static SinkException failure(SQLException e) {
    return new SinkException("Cannot read the database: " + e.getMessage(), e);
  }
}
