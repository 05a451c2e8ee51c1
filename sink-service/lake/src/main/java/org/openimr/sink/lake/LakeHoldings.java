package org.openimr.sink.lake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.openimr.schemas.Settings;
import org.openimr.sink.connect.SinkFailure;
import org.openimr.sink.reconcile.Holdings;

/** What the lake holds: the newest row of each key. */
final class LakeHoldings implements Holdings {
  private final LakeSession session;

  private LakeHoldings(LakeSession session) {
    this.session = session;
  }

  static LakeHoldings open(Settings settings) {
    try {
      return new LakeHoldings(LakeSession.open(settings));
    } catch (SQLException e) {
      throw new SinkFailure("The lake can't be read: " + e.getMessage(), e);
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
  public void forEachCase(Entry entry) {
    read("SELECT caseKey, revision FROM " + LakeTable.DETERMINATIONS.newestView(), entry);
  }

  @Override
  public void forEachItem(Entry entry) {
    read(
        "SELECT caseKey || '#' || itemNumber, revision FROM " + LakeTable.DECISIONS.newestView(),
        entry);
  }

  @Override
  public void close() {
    session.close();
  }

  private long count(LakeTable table) {
    long[] count = new long[1];
    query(
        "SELECT count(*) FROM " + table.newestView(),
        rows -> {
          rows.next();
          count[0] = rows.getLong(1);
        });
    return count[0];
  }

  private void read(String sql, Entry entry) {
    query(
        sql,
        rows -> {
          while (rows.next()) {
            entry.of(rows.getString(1), rows.getInt(2));
          }
        });
  }

  private void query(String sql, Reading reading) {
    try (Statement statement = session.connection().createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      reading.of(rows);
    } catch (SQLException e) {
      throw new SinkFailure("The lake can't be read: " + e.getMessage(), e);
    }
  }

  private interface Reading {
    void of(ResultSet rows) throws SQLException;
  }
}
