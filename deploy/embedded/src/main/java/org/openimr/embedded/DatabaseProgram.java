package org.openimr.embedded;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where PostgreSQL's own files are unpacked, once for all runs. */
final class DatabaseProgram {
  /** System property of the library that unpacks them; without it, it takes a shared one. */
  private static final String FOLDER_PROPERTY = "ot.epg.working-dir";

  private DatabaseProgram() {}

  /** Beside this class's jar, else where the user keeps such things; never where others write. */
  static void chooseFolder() {
    if (System.getProperty(FOLDER_PROPERTY) == null) {
      Path built = RegistryInstallation.ownCode().resolveSibling("postgresql");
      boolean ours = Files.isWritable(built.getParent());
      Path folder = ours ? built : Path.of(System.getProperty("user.home"), ".cache", "imr");
      System.setProperty(FOLDER_PROPERTY, folder.toString());
    }
  }
}
