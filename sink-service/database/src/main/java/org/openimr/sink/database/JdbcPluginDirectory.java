package org.openimr.sink.database;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openimr.sink.connect.spi.SinkException;

/** Finds the plugin directory with Debezium's JDBC sink, which the build unpacks. */
final class JdbcPluginDirectory {
  /** System property for a plugin directory that is not next to the jar of this class. */
  static final String PROPERTY = "imr.database.plugin";

  private JdbcPluginDirectory() {}

  /**
   * Returns the plugin directory.
   *
   * @throws SinkException if it does not exist
   */
  static Path find() {
    String configured = System.getProperty(PROPERTY);
    Path directory =
        configured != null ? Path.of(configured) : codeLocation().resolveSibling("plugin");
    if (!Files.isDirectory(directory)) {
      throw new SinkException(
          "JDBC sink not found in %s; build it with ./mvnw -q -DskipTests package -pl sink-service/database -am"
              .formatted(directory));
    }
    return directory;
  }

  private static Path codeLocation() {
    try {
      return Path.of(
          JdbcPluginDirectory.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new SinkException("The path of the database sink is not a valid URI", e);
    }
  }
}
