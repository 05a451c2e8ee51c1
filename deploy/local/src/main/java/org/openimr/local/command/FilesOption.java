package org.openimr.local.command;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.openimr.local.guidelines.FileCatalogue;
import picocli.CommandLine.Option;

/** {@code --files}. */
final class FilesOption {
  @Option(
      names = "--files",
      paramLabel = "DIR",
      description = "Folder with guidelines.csv and topics.csv. Without it: those of the project.")
  private Path files;

  /** The catalogue of the files. */
  FileCatalogue catalogue() {
    return files == null ? FileCatalogue.shipped() : in(files);
  }

  /** The catalogue in a folder. */
  static FileCatalogue in(Path folder) {
    try {
      return FileCatalogue.in(folder);
    } catch (NoSuchFileException e) {
      throw new Failure("There is no file " + e.getFile() + ".", e);
    } catch (IOException e) {
      throw new Failure("%s: %s.".formatted(folder, e.getMessage()), e);
    }
  }
}
