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
 * Lists the data files of the current snapshot of a table from its scan plan. The directory of the
 * table may also contain files that were never committed or that have expired.
 */
final class SnapshotDataFiles {
  private SnapshotDataFiles() {}

  /**
   * Returns local paths; remote files are downloaded first.
   *
   * @param downloads directory for downloaded files
   */
  static List<Path> of(Table table, Path downloads) {
    List<Path> files = new ArrayList<>();
    try (CloseableIterable<FileScanTask> plan = table.newScan().planFiles()) {
      for (FileScanTask task : plan) {
        files.add(local(table.io(), task.file().location(), downloads));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static Path local(FileIO io, String location, Path downloads) throws IOException {
    if (io instanceof LocalFileIO) {
      return LocalFileIO.file(location).toPath();
    }
    Path file = downloads.resolve(location.substring(location.lastIndexOf('/') + 1));
    if (!Files.exists(file)) {
      try (InputStream content = io.newInputFile(location).newStream()) {
        Files.copy(content, file);
      }
    }
    return file;
  }
}
