package org.openimr.sink.lake.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.connect.spi.SinkException;
import org.openimr.sink.lake.catalog.LakeSettings;
import org.openimr.sink.lake.catalog.LakeTable;
import org.openimr.sink.reconcile.spi.SinkInventory;

/** What the lake holds: the newest row of each key. */
public final class LakeInventory implements SinkInventory {
  private final DuckDbSession session;

  private LakeInventory(DuckDbSession session) {
    this.session = session;
  }

  public static LakeInventory open(Settings settings) {
    try {
      return new LakeInventory(DuckDbSession.open(settings));
    } catch (SQLException e) {
      throw new SinkException("The lake can't be read: " + e.getMessage(), e);
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
  public void forEachCase(RevisionConsumer entry) {
    read("SELECT caseKey, revision FROM " + LakeTable.DETERMINATIONS.latestView(), entry);
  }

  @Override
  public void forEachItem(RevisionConsumer entry) {
    read(
        "SELECT caseKey || '#' || itemNumber, revision FROM " + LakeTable.DECISIONS.latestView(),
        entry);
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

  private void read(String sql, RevisionConsumer entry) {
    query(
        sql,
        rows -> {
          while (rows.next()) {
            entry.accept(rows.getString(1), rows.getInt(2));
          }
        });
  }

  private void query(String sql, Reading reading) {
    try (Statement statement = session.connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      reading.of(rows);
    } catch (SQLException e) {
      throw new SinkException("The lake can't be read: " + e.getMessage(), e);
    }
  }

  private interface Reading {
    void of(ResultSet rows) throws SQLException;
  }
}
