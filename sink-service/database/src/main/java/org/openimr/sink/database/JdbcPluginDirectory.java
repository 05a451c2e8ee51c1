package org.openimr.sink.database;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openimr.sink.connect.spi.SinkException;

/** Where the build unpacked Debezium's JDBC sink. */
final class JdbcPluginDirectory {
  /** System property that names the folder where it is not beside this class's jar. */
  static final String PROPERTY = "imr.database.plugin";

  private JdbcPluginDirectory() {}

  /**
   * The folder.
   *
   * @throws SinkException if it is not there
   */
  static Path find() {
    String named = System.getProperty(PROPERTY);
    Path folder = named != null ? Path.of(named) : ownCode().resolveSibling("plugin");
    if (!Files.isDirectory(folder)) {
      throw new SinkException(
          "No JDBC sink in %s; build it with ./mvnw -q -DskipTests package -pl sink-service/database -am"
              .formatted(folder));
    }
    return folder;
  }

  private static Path ownCode() {
    try {
      return Path.of(
          JdbcPluginDirectory.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new SinkException("The folder of the database's sink has no valid name", e);
    }
  }
}
