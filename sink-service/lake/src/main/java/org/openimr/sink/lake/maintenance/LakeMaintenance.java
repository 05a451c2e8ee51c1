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

/** Keeps the lake from piling up small files and old snapshots; safe while the sink writes. */
public final class LakeMaintenance {
  private final Settings settings;

  public LakeMaintenance(Settings settings) {
    this.settings = settings;
  }

  /**
   * What was done to a table.
   *
   * @param before data files, or snapshots
   * @param after data files, or snapshots
   */
  public record FileCountChange(String table, long before, long after) {}

  /**
   * Writes small files of the same month together.
   *
   * @param targetBytes size of the files that come out, about
   * @param progress is told of each table how many months of all are done
   */
  public List<FileCountChange> compact(long targetBytes, BiConsumer<String, String> progress) {
    List<FileCountChange> changes = new ArrayList<>();
    try (LakeCatalog catalog = LakeCatalog.open(settings)) {
      catalog.create();
      for (LakeTable kind : LakeTable.values()) {
        Table table = catalog.table(kind);
        DataFileCompaction compaction = new DataFileCompaction(table, targetBytes);
        long before = compaction.files();
        compaction.run(done -> progress.accept(kind.tableName(), done));
        table.refresh();
        changes.add(
            new FileCountChange(
                kind.tableName(), before, new DataFileCompaction(table, targetBytes).files()));
      }
    }
    return changes;
  }

  /**
   * Forgets snapshots older than an age, and removes the files that only they had. The newest
   * stays, so no row of it is lost.
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
