package org.openimr.sink.lake.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.connect.spi.SinkException;
import org.openimr.sink.lake.catalog.LakeSettings;
import org.openimr.sink.lake.catalog.LakeTable;
import org.openimr.sink.reconcile.spi.SinkInventory;

/** Counts and lists the newest row of each key of the lake for reconciliation. */
public final class LakeInventory implements SinkInventory {
  private final DuckDbSession session;

  private LakeInventory(DuckDbSession session) {
    this.session = session;
  }

  /**
   * Opens a snapshot of the lake.
   *
   * @throws SinkException if the lake cannot be read
   */
  public static LakeInventory open(Settings settings) {
    try {
      return new LakeInventory(DuckDbSession.open(settings));
    } catch (SQLException e) {
      throw new SinkException("Cannot read the lake: " + e.getMessage(), e);
    }
  }

  @Override
  public String sink() {
    return LakeSettings.SINK_NAME;
  }

  @Override
  public long cases() {
    return count(LakeTable.DETERMINATIONS);
  }

  @Override
  public long items() {
    return count(LakeTable.DECISIONS);
  }

  @Override
  public void forEachCase(RevisionConsumer consumer) {
    read("SELECT caseKey, revision FROM " + LakeTable.DETERMINATIONS.latestView(), consumer);
  }

  @Override
  public void forEachItem(RevisionConsumer consumer) {
    read(
        "SELECT caseKey || '#' || itemNumber, revision FROM " + LakeTable.DECISIONS.latestView(),
        consumer);
  }

  @Override
  public void close() {
    session.close();
  }

  private long count(LakeTable table) {
    long[] count = new long[1];
    query(
        "SELECT count(*) FROM " + table.latestView(),
        rows -> {
          rows.next();
          count[0] = rows.getLong(1);
        });
    return count[0];
  }

  private void read(String sql, RevisionConsumer consumer) {
    query(
        sql,
        rows -> {
          while (rows.next()) {
            consumer.accept(rows.getString(1), rows.getInt(2));
          }
        });
  }

  private void query(String sql, ResultReader reader) {
    try (Statement statement = session.connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      reader.read(rows);
    } catch (SQLException e) {
      throw new SinkException("Cannot read the lake: " + e.getMessage(), e);
    }
  }

  private interface ResultReader {
    void read(ResultSet rows) throws SQLException;
  }
}
