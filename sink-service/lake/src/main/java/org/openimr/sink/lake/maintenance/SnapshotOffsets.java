package org.openimr.sink.lake.maintenance;

import java.util.Map;
import java.util.TreeMap;
import org.apache.iceberg.AppendFiles;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.Table;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * How far the sink is, which the Iceberg sink writes into its snapshots' summaries and looks for in
 * the newest snapshot's ancestors: were it forgotten, what was committed before a crash could be
 * committed again.
 */
final class SnapshotOffsets {
  private static final String PREFIX = "kafka.connect.offsets.";

  private SnapshotOffsets() {}

  /** What the newest snapshot with a sink's progress says; empty if no sink has written yet. */
  static Map<String, String> of(Table table) {
    Snapshot newest = table.currentSnapshot();
    if (newest == null) {
      return Map.of();
    }
    for (Snapshot snapshot : SnapshotUtil.ancestorsOf(newest.snapshotId(), table::snapshot)) {
      Map<String, String> progress = in(snapshot);
      if (!progress.isEmpty()) {
        return progress;
      }
    }
    return Map.of();
  }

  /** Makes sure that the newest snapshot says it, by an empty one if need be. */
  static void copyToCurrentSnapshot(Table table) {
    Snapshot newest = table.currentSnapshot();
    Map<String, String> progress = of(table);
    if (newest == null || progress.isEmpty() || !in(newest).isEmpty()) {
      return;
    }
    AppendFiles nothing = table.newAppend();
    progress.forEach(nothing::set);
    nothing.commit();
    table.refresh();
  }

  private static Map<String, String> in(Snapshot snapshot) {
    Map<String, String> progress = new TreeMap<>(snapshot.summary());
    progress.keySet().removeIf(key -> !key.startsWith(PREFIX));
    return progress;
  }
}
