package org.openimr.sink.database;

import javax.sql.DataSource;
import org.openimr.schemas.settings.Settings;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Creates data sources for migrations and reconciliation; connectors open their own connections.
 */
final class PostgresDataSource {
  private static final int CONNECT_TIMEOUT_SECONDS = 10;

  private PostgresDataSource() {}

  /**
   * Creates a data source from the settings.
   *
   * @throws IllegalArgumentException if a setting is invalid; the message names it
   */
  static DataSource of(Settings settings) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(DatabaseSettings.url(settings));
    dataSource.setUser(settings.text(DatabaseSettings.USER));
    if (!settings.text(DatabaseSettings.PASSWORD).isEmpty()) {
      dataSource.setPassword(settings.text(DatabaseSettings.PASSWORD));
    }
    dataSource.setConnectTimeout(CONNECT_TIMEOUT_SECONDS);
    dataSource.setApplicationName("imr");
    return dataSource;
  }
}
