package org.openimr.cli.guidelines;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.openimr.cli.console.CliException;
import picocli.CommandLine.Option;

/** The catalogue files: {@code --files}. */
final class CatalogueFilesOption {
  @Option(
      names = "--files",
      paramLabel = "DIR",
      description = "Folder with guidelines.csv and topics.csv. Default: the files of the project.")
  private @Nullable Path files;

  /** Loads the catalogue. */
  FileCatalogue catalogue() {
    return files == null ? FileCatalogue.shipped() : load(files);
  }

  /** Loads the catalogue of a directory. */
  static FileCatalogue load(Path directory) {
    try {
      return FileCatalogue.load(directory);
    } catch (NoSuchFileException e) {
      throw new CliException("File not found: " + e.getFile(), e);
    } catch (IOException e) {
      throw new CliException("%s: %s.".formatted(directory, e.getMessage()), e);
    }
  }
}
