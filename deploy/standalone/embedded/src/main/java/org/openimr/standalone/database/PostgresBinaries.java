package org.openimr.standalone.database;

import java.nio.file.Files;
import java.nio.file.Path;
import org.openimr.standalone.registry.ApicurioDistribution;

/** Where PostgreSQL's own files are unpacked, once for all runs. */
final class PostgresBinaries {
  /** System property of the library that unpacks them; without it, it takes a shared one. */
  private static final String FOLDER_PROPERTY = "ot.epg.working-dir";

  private PostgresBinaries() {}

  /** Beside this class's jar, else where the user keeps such things; never where others write. */
  static void configureFolder() {
    if (System.getProperty(FOLDER_PROPERTY) == null) {
      Path built = ApicurioDistribution.ownCodeSource().resolveSibling("postgresql");
      boolean ours = Files.isWritable(built.getParent());
      Path folder = ours ? built : Path.of(System.getProperty("user.home"), ".cache", "imr");
      System.setProperty(FOLDER_PROPERTY, folder.toString());
    }
  }
}
