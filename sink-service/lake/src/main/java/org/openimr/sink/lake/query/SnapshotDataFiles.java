package org.openimr.sink.lake.query;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.FileIO;
import org.openimr.sink.lake.catalog.LocalFileIO;

/**
 * The data files of a table's newest snapshot, by the table's plan and not by what lies in its
 * folder, which also has what was never committed or is no longer wanted.
 */
final class SnapshotDataFiles {
  private SnapshotDataFiles() {}

  /**
   * Paths on this machine; what is elsewhere is fetched first.
   *
   * @param fetched folder for what is fetched
   */
  static List<Path> of(Table table, Path fetched) {
    List<Path> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> plan = table.newScan().planFiles()) {
      for (FileScanTask task : plan) {
        files.add(local(table.io(), task.file().location(), fetched));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static Path local(FileIO io, String location, Path fetched) throws IOException {
    if (io instanceof LocalFileIO) {
      return LocalFileIO.file(location).toPath();
    }
    Path file = fetched.resolve(location.substring(location.lastIndexOf('/') + 1));
    if (!Files.exists(file)) {
      try (InputStream content = io.newInputFile(location).newStream()) {
        Files.copy(content, file);
      }
    }
    return file;
  }
}
