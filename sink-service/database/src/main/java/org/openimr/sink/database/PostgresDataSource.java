package org.openimr.sink.database;

import javax.sql.DataSource;
import org.openimr.schemas.settings.Settings;
import org.postgresql.ds.PGSimpleDataSource;

/** The database of the settings, for connections of our own; the connector makes its own. */
final class PostgresDataSource {
  private static final int CONNECT_SECONDS = 10;

  private PostgresDataSource() {}

  /**
   * Its connections.
   *
   * @throws IllegalArgumentException naming the setting that is not what it should be
   */
  static DataSource of(Settings settings) {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(DatabaseSettings.url(settings));
    database.setUser(settings.text(DatabaseSettings.USER));
    if (!settings.text(DatabaseSettings.PASSWORD).isEmpty()) {
      database.setPassword(settings.text(DatabaseSettings.PASSWORD));
    }
    database.setConnectTimeout(CONNECT_SECONDS);
    database.setApplicationName("imr");
    return database;
  }
}
