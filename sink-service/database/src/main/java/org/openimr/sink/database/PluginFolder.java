package org.openimr.sink.database;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openimr.sink.connect.SinkFailure;

/** Where the build unpacked Debezium's JDBC sink. */
final class PluginFolder {
  /** System property that names the folder where it is not beside this class's jar. */
  static final String PROPERTY = "imr.database.plugin";

  private PluginFolder() {}

  /**
   * The folder.
   *
   * @throws SinkFailure if it is not there
   */
  static Path find() {
    String named = System.getProperty(PROPERTY);
    Path folder = named != null ? Path.of(named) : ownCode().resolveSibling("plugin");
    if (!Files.isDirectory(folder)) {
      throw new SinkFailure(
          "No JDBC sink in %s; build it with ./mvnw -q -DskipTests package -pl sink-service/database -am"
              .formatted(folder));
    }
    return folder;
  }

  private static Path ownCode() {
    try {
      return Path.of(
          PluginFolder.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new SinkFailure("The folder of the database's sink has no valid name", e);
    }
  }
}
