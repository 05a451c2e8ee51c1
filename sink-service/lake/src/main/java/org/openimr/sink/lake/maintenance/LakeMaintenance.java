package org.openimr.sink.lake.maintenance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.iceberg.Table;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.lake.catalog.LakeCatalog;
import org.openimr.sink.lake.catalog.LakeTable;

/** Compacts small files and expires old snapshots; safe while the sink writes. */
public final class LakeMaintenance {
  private final Settings settings;

  public LakeMaintenance(Settings settings) {
    this.settings = settings;
  }

  /**
   * Result of an operation on a table.
   *
   * @param table name of the table
   * @param before number of data files or snapshots before the operation
   * @param after number of data files or snapshots after it
   */
  public record FileCountChange(String table, long before, long after) {}

  /**
   * Merges small files of the same month.
   *
   * @param targetBytes approximate size of the merged files, in bytes
   * @param progress receives the name of a table and its progress in months
   * @return one result per table, with numbers of data files
   */
  public List<FileCountChange> compact(long targetBytes, BiConsumer<String, String> progress) {
    List<FileCountChange> changes = new ArrayList<>();
    try (LakeCatalog catalog = LakeCatalog.open(settings)) {
      catalog.create();
      for (LakeTable kind : LakeTable.values()) {
        Table table = catalog.table(kind);
        DataFileCompaction compaction = new DataFileCompaction(table, targetBytes);
        long before = compaction.fileCount();
        compaction.run(done -> progress.accept(kind.tableName(), done));
        table.refresh();
        changes.add(
            new FileCountChange(
                kind.tableName(), before, new DataFileCompaction(table, targetBytes).fileCount()));
      }
    }
    return changes;
  }

  /**
   * Removes snapshots older than an age, and the files that only they reference. The current
   * snapshot always stays.
   *
   * @return one result per table, with numbers of snapshots
   */
  public List<FileCountChange> expire(Duration age) {
    List<FileCountChange> changes = new ArrayList<>();
    try (LakeCatalog catalog = LakeCatalog.open(settings)) {
      catalog.create();
      for (LakeTable kind : LakeTable.values()) {
        Table table = catalog.table(kind);
        long before = snapshots(table);
        SnapshotOffsets.copyToCurrentSnapshot(table);
        table
            .expireSnapshots()
            .expireOlderThan(Instant.now().minus(age).toEpochMilli())
            .retainLast(1)
            .commit();
        table.refresh();
        changes.add(new FileCountChange(kind.tableName(), before, snapshots(table)));
      }
    }
    return changes;
  }

  private static long snapshots(Table table) {
    long count = 0;
    for (var snapshot : table.snapshots()) {
      count += snapshot == null ? 0 : 1;
    }
    return count;
  }
}
