package org.openimr.sink.lake.maintenance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.RewriteFiles;
import org.apache.iceberg.StructLike;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericFileWriterFactory;
import org.apache.iceberg.data.IdentityPartitionConverters;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetReaders;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.OutputFileFactory;
import org.apache.iceberg.io.RollingDataWriter;
import org.apache.iceberg.parquet.Parquet;
import org.apache.iceberg.util.PartitionUtil;

/**
 * Merges the small data files of each month into larger ones. Each month is a separate commit that
 * cannot conflict with appends of the sink, because rows are moved and never changed.
 */
final class DataFileCompaction {
  /** Files from this fraction of the target size on are not rewritten. */
  private static final double MIN_TARGET_FRACTION = 0.75;

  private final Table table;
  private final long targetBytes;

  DataFileCompaction(Table table, long targetBytes) {
    this.table = table;
    this.targetBytes = targetBytes;
  }

  /** Number of data files of the current snapshot. */
  long fileCount() {
    return plan().size();
  }

  /**
   * Compacts all months that have at least two small files.
   *
   * @param progress receives the number of completed months, as {@code 2 of 7 months}
   */
  void run(Consumer<String> progress) {
    Map<PartitionKey, List<FileScanTask>> months = new LinkedHashMap<>();
    for (FileScanTask task : plan()) {
      if (task.file().fileSizeInBytes() < targetBytes * MIN_TARGET_FRACTION) {
        months.computeIfAbsent(PartitionKey.of(task), key -> new ArrayList<>()).add(task);
      }
    }
    months.values().removeIf(files -> files.size() < 2);
    int done = 0;
    for (List<FileScanTask> files : months.values()) {
      rewrite(files);
      progress.accept(++done + " of " + months.size() + " months");
    }
  }

  private List<FileScanTask> plan() {
    try (CloseableIterable<FileScanTask> plan = table.newScan().planFiles()) {
      List<FileScanTask> files = new ArrayList<>();
      plan.forEach(files::add);
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void rewrite(List<FileScanTask> small) {
    Map<String, String> progress = SnapshotOffsets.of(table);
    long snapshot = table.currentSnapshot().snapshotId();
    RewriteFiles rewrite = table.newRewrite().validateFromSnapshot(snapshot);
    small.forEach(task -> rewrite.deleteFile(task.file()));
    write(small).forEach(rewrite::addFile);
    progress.forEach(rewrite::set);
    rewrite.commit();
    table.refresh();
  }

  private List<DataFile> write(List<FileScanTask> small) {
    StructLike month = small.getFirst().partition();
    OutputFileFactory files =
        OutputFileFactory.builderFor(table, 1, 1)
            .format(FileFormat.PARQUET)
            .operationId(UUID.randomUUID().toString())
            .build();
    RollingDataWriter<Record> writer =
        new RollingDataWriter<>(
            new GenericFileWriterFactory.Builder(table)
                .dataSchema(table.schema())
                .dataFileFormat(FileFormat.PARQUET)
                .writerProperties(table.properties())
                .build(),
            files,
            table.io(),
            targetBytes,
            table.spec(),
            month);
    try (writer) {
      for (FileScanTask task : small) {
        copy(task, writer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return writer.result().dataFiles();
  }

  private void copy(FileScanTask task, RollingDataWriter<Record> writer) throws IOException {
    Map<Integer, ?> constants =
        PartitionUtil.constantsMap(task, IdentityPartitionConverters::convertConstant);
    try (CloseableIterable<Record> rows =
        Parquet.read(table.io().newInputFile(task.file().location()))
            .project(table.schema())
            .createReaderFunc(
                file -> GenericParquetReaders.buildReader(table.schema(), file, constants))
            .build()) {
      rows.forEach(writer::write);
    }
  }

  /** A partition as a grouping key. */
  private record PartitionKey(int spec, String path) {
    static PartitionKey of(FileScanTask task) {
      return new PartitionKey(task.spec().specId(), task.spec().partitionToPath(task.partition()));
    }
  }
}
