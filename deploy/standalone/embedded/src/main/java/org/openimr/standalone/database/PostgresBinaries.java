package org.openimr.standalone.database;

import java.nio.file.Files;
import java.nio.file.Path;
import org.openimr.standalone.registry.ApicurioDistribution;

/** The directory for PostgreSQL's binaries, which all runs share. */
final class PostgresBinaries {
  /**
   * System property of the library that unpacks them; its default is a world-writable directory.
   */
  private static final String DIRECTORY_PROPERTY = "ot.epg.working-dir";

  private PostgresBinaries() {}

  /**
   * Selects the directory next to this class's JAR if it is writable, else the user's cache; never
   * a directory that other users can write to.
   */
  static void configureDirectory() {
    if (System.getProperty(DIRECTORY_PROPERTY) == null) {
      Path built = ApicurioDistribution.ownCodeSource().resolveSibling("postgresql");
      boolean writable = Files.isWritable(built.getParent());
      Path directory = writable ? built : Path.of(System.getProperty("user.home"), ".cache", "imr");
      System.setProperty(DIRECTORY_PROPERTY, directory.toString());
    }
  }
}
