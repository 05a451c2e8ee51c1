package org.openimr.standalone.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.openimr.standalone.process.FreePorts;
import org.openimr.standalone.process.StartupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server in separate processes. It listens on the loopback interface only and requires
 * no password. It stops when it is closed and whenever this JVM terminates.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final String USER = "postgres";
  private static final String NAME = "imr";

  private final EmbeddedPostgres server;
  private final PostgresServerProcess postmaster;

  private EmbeddedDatabase(EmbeddedPostgres server, PostgresServerProcess postmaster) {
    this.server = server;
    this.postmaster = postmaster;
  }

  /**
   * Starts a server with the data in the directory, if any, and waits until it accepts connections.
   *
   * @param directory created if missing; contains the log, {@code database.log}
   * @param port port to listen on; 0 selects a free port
   * @throws StartupException if the server cannot start
   */
  public static EmbeddedDatabase start(Path directory, int port) {
    Path data = directory.resolve("data").toAbsolutePath();
    Path log = directory.resolve("database.log");
    PostgresServerProcess.stopLeftover(data);
    int chosen = FreePorts.claim(port, "database");
    try {
      Files.createDirectories(directory);
      EmbeddedPostgres server = server(data, log, chosen).start();
      EmbeddedDatabase database = new EmbeddedDatabase(server, PostgresServerProcess.of(data));
      createDatabaseIfMissing(server);
      return database;
    } catch (IOException | SQLException | RuntimeException e) {
      PostgresServerProcess.stopLeftover(data);
      throw new StartupException("The embedded database did not start. Its log is " + log, e);
    }
  }

  /** The JDBC URL. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + NAME;
  }

  /** The owner of the database. */
  public String user() {
    return USER;
  }

  public int port() {
    return server.getPort();
  }

  /** Stops the server; connected clients are disconnected. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.warn("Failed to stop the embedded database: {}", e.getMessage());
    } finally {
      postmaster.release();
    }
  }

  /** Overrides the library's defaults, which trade durability for speed. */
  private static EmbeddedPostgres.Builder server(Path data, Path log, int port) {
    PostgresBinaries.configureDirectory();
    ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(log.toFile());
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPort(port)
        .setPGStartupWait(START_TIMEOUT)
        .setOutputRedirector(output)
        .setErrorRedirector(output)
        .setLocaleConfig("locale", "C.UTF-8")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "60")
        // keep rows, which contain clinical text, out of the log
        .setServerConfig("log_error_verbosity", "terse")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on");
  }

  private static void createDatabaseIfMissing(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet known =
          statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
        if (known.next()) {
          return;
        }
      }
      statement.execute("create database " + NAME);
    }
  }
}
