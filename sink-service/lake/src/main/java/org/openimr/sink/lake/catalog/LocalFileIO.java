package org.openimr.sink.lake.catalog;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.apache.iceberg.Files;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;

/** Local files for Iceberg, without the 40 MB of Hadoop's implementation. */
public final class LocalFileIO implements FileIO {
  static final String SCHEME = "file:";

  private static final long serialVersionUID = 1;

  @Override
  public InputFile newInputFile(String path) {
    return Files.localInput(file(path));
  }

  @Override
  public OutputFile newOutputFile(String path) {
    return new BufferedOutputFile(Files.localOutput(file(path)));
  }

  @Override
  public void deleteFile(String path) {
    try {
      java.nio.file.Files.deleteIfExists(file(path).toPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Converts a location, with or without {@code file:}, to a file. */
  public static File file(String location) {
    return Path.of(location.startsWith(SCHEME) ? location.substring(SCHEME.length()) : location)
        .toFile();
  }
}
