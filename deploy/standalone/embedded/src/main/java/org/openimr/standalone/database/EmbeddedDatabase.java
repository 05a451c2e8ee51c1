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
 * PostgreSQL in processes of its own, on the loopback interface only; whoever may connect there
 * needs no password. It ends when it is closed and when this JVM ends, however that ends.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final String USER = "postgres";
  private static final String NAME = "imr";

  private final EmbeddedPostgres server;
  private final PostgresServerProcess postmaster;

  private EmbeddedDatabase(EmbeddedPostgres server, PostgresServerProcess postmaster) {
    this.server = server;
    this.postmaster = postmaster;
  }

  /**
   * Starts a server over the rows that the folder holds, if any, and returns when it serves.
   *
   * @param folder made if it is not there; its log is in {@code database.log}
   * @param port to listen on, 0 for a free one
   * @throws StartupException if it can't start
   */
  public static EmbeddedDatabase start(Path folder, int port) {
    Path data = folder.resolve("data").toAbsolutePath();
    Path log = folder.resolve("database.log");
    PostgresServerProcess.stopLeftover(data);
    int chosen = FreePorts.claim(port, "database");
    try {
      Files.createDirectories(folder);
      EmbeddedPostgres server = server(data, log, chosen).start();
      EmbeddedDatabase database = new EmbeddedDatabase(server, PostgresServerProcess.of(data));
      createOnce(server);
      return database;
    } catch (IOException | SQLException | RuntimeException e) {
      PostgresServerProcess.stopLeftover(data);
      throw new StartupException("The embedded database did not start; its log is " + log, e);
    }
  }

  /** For JDBC clients: the server, its port and the database. */
  public String url() {
    return "jdbc:postgresql://127.0.0.1:" + port() + "/" + NAME;
  }

  /** Who owns the database. */
  public String user() {
    return USER;
  }

  public int port() {
    return server.getPort();
  }

  /** Ends it in order, clients or not. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.warn("The embedded database was not stopped in order: {}", e.getMessage());
    } finally {
      postmaster.letGo();
    }
  }

  /** The library's own settings trade durability for speed; what is committed is to be there. */
  private static EmbeddedPostgres.Builder server(Path data, Path log, int port) {
    PostgresBinaries.configureFolder();
    ProcessBuilder.Redirect output = ProcessBuilder.Redirect.appendTo(log.toFile());
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setRegisterShutdownHook(false)
        .setPort(port)
        .setPGStartupWait(START_LIMIT)
        .setOutputRedirector(output)
        .setErrorRedirector(output)
        .setLocaleConfig("locale", "C.UTF-8")
        .setServerConfig("listen_addresses", "127.0.0.1")
        .setServerConfig("unix_socket_directories", "")
        .setServerConfig("max_connections", "60")
        // no rows in the log
        .setServerConfig("log_error_verbosity", "terse")
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on");
  }

  private static void createOnce(EmbeddedPostgres server) throws SQLException {
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
