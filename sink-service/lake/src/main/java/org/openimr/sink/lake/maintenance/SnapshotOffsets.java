package org.openimr.sink.lake.maintenance;

import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * The committed offsets that the Iceberg sink stores in the summaries of its snapshots and reads
 * from the ancestors of the current one. Maintenance must preserve them: without them, records
 * committed before a crash could be committed twice.
 */
final class SnapshotOffsets {
  private static final String PREFIX = "kafka.connect.offsets.";

  private SnapshotOffsets() {}

  /** Returns the offsets of the newest snapshot that has any; empty if no sink has written yet. */
  static Map<String, String> of(Table table) {
    Snapshot current = table.currentSnapshot();
    if (current == null) {
      return Map.of();
    }
    for (Snapshot snapshot : SnapshotUtil.ancestorsOf(current.snapshotId(), table::snapshot)) {
      Map<String, String> offsets = in(snapshot);
      if (!offsets.isEmpty()) {
        return offsets;
      }
    }
    return Map.of();
  }

  /** Adds an empty snapshot with the offsets if the current snapshot has none. */
  static void copyToCurrentSnapshot(Table table) {
    Snapshot current = table.currentSnapshot();
    Map<String, String> offsets = of(table);
    if (current == null || offsets.isEmpty() || !in(current).isEmpty()) {
      return;
    }
    AppendFiles emptyAppend = table.newAppend();
    offsets.forEach(emptyAppend::set);
    emptyAppend.commit();
    table.refresh();
  }

  private static Map<String, String> in(Snapshot snapshot) {
    Map<String, String> offsets = new TreeMap<>(snapshot.summary());
    offsets.keySet().removeIf(key -> !key.startsWith(PREFIX));
    return offsets;
  }
}
