package org.openimr.sink.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.openimr.sink.connect.spi.SinkException;

/** Brings the tables of a database to what this version writes, by Flyway. */
final class SchemaMigrations {
  /** Schema that all is in. */
  static final String SCHEMA = "imr";

  private static final String SCRIPTS = "classpath:org/openimr/sink/database/migrations";
  private static final int TRIES = 10;

  private SchemaMigrations() {}

  /**
   * Runs those that have not run; other workers that start at the same time wait.
   *
   * @throws SinkException if the database does not answer within about a minute, or refuses
   */
  static void run(DataSource database) {
    try {
      Flyway.configure(SchemaMigrations.class.getClassLoader())
          .dataSource(database)
          .connectRetries(TRIES)
          .schemas(SCHEMA)
          .locations(SCRIPTS)
          .javaMigrations(new ColumnComments())
          .table("migrations")
          .validateMigrationNaming(true)
          .cleanDisabled(true)
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new SinkException("The database's tables can't be made: " + e.getMessage().strip(), e);
    }
  }
}
