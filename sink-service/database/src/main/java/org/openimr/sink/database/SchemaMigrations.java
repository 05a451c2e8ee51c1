package org.openimr.sink.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.openimr.sink.connect.spi.SinkException;

/** Migrates the tables of a database to the version that this sink writes, with Flyway. */
final class SchemaMigrations {
  /** Schema of all tables. */
  static final String SCHEMA = "imr";

  private static final String SCRIPTS = "classpath:org/openimr/sink/database/migrations";
  private static final int CONNECT_RETRIES = 10;

  private SchemaMigrations() {}

  /**
   * Runs pending migrations. Workers that start at the same time wait for each other.
   *
   * @throws SinkException if the database does not answer within about a minute, or a migration
   *     fails
   */
  static void run(DataSource database) {
    try {
      Flyway.configure(SchemaMigrations.class.getClassLoader())
          .dataSource(database)
          .connectRetries(CONNECT_RETRIES)
          .schemas(SCHEMA)
          .locations(SCRIPTS)
          .javaMigrations(new ColumnComments(), new ReaderGrants())
          .table("migrations")
          .validateMigrationNaming(true)
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new SinkException(
          "Cannot migrate the database: " + String.valueOf(e.getMessage()).strip(), e);
    }
  }
}
