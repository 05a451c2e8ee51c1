package org.openimr.cli.guidelines;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.openimr.cli.console.CliException;
import picocli.CommandLine.Option;

/** {@code --files}. */
final class CatalogueFilesOption {
  @Option(
      names = "--files",
      paramLabel = "DIR",
      description = "Folder with guidelines.csv and topics.csv. Without it: those of the project.")
  private Path files;

  /** The catalogue of the files. */
  FileCatalogue catalogue() {
    return files == null ? FileCatalogue.shipped() : load(files);
  }

  /** The catalogue in a folder. */
  static FileCatalogue load(Path folder) {
    try {
      return FileCatalogue.load(folder);
    } catch (NoSuchFileException e) {
      throw new CliException("There is no file " + e.getFile() + ".", e);
    } catch (IOException e) {
      throw new CliException("%s: %s.".formatted(folder, e.getMessage()), e);
    }
  }
}
