package org.openimr.standalone.sinks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.connect.spi.ReconciledSinks;
import org.openimr.sink.reconcile.Reconciliation;
import org.openimr.sink.reconcile.report.ReconciliationReport;
import org.openimr.sink.reconcile.report.ReconciliationReport.SinkCounts;
import org.openimr.sink.worker.SinkTypes;

/** Waits until the sinks hold all published events. */
public final class SinkCatchUp {
  private static final Duration CHECK_INTERVAL = Duration.ofMillis(500);

  private final Reconciliation reconciliation;
  private final BooleanSupplier deployed;

  /**
   * @param settings settings of the sinks
   * @param deployed whether the connectors are deployed
   */
  public SinkCatchUp(Settings settings, BooleanSupplier deployed) {
    this.reconciliation =
        new Reconciliation(settings, ReconciledSinks.of(SinkTypes.all(), settings));
    this.deployed = deployed;
  }

  /**
   * Waits until the sinks have caught up.
   *
   * @param stallTimeout ends the wait if nothing changes for this long
   * @param stopRequested ends the wait when it returns true
   * @param progress receives a description of the progress
   * @return the last comparison by counts
   */
  public ReconciliationReport await(
      Duration stallTimeout, BooleanSupplier stopRequested, Consumer<String> progress) {
    ReconciliationReport report = reconciliation.byCounts(Duration.ZERO);
    Instant changed = Instant.now();
    while (!isCaughtUp(report)
        && !stopRequested.getAsBoolean()
        && Instant.now().isBefore(changed.plus(stallTimeout))) {
      progress.accept("sinks: " + itemCounts(report));
      List<SinkCounts> before = report.sinks();
      report = reconciliation.byCounts(CHECK_INTERVAL);
      changed = report.sinks().equals(before) ? changed : Instant.now();
    }
    return report;
  }

  /** Compares by key. */
  public ReconciliationReport compareByKey() {
    return reconciliation.byKey(CHECK_INTERVAL);
  }

  private boolean isCaughtUp(ReconciliationReport report) {
    return deployed.getAsBoolean()
        && report.isEqual()
        && report.sinks().stream().noneMatch(SinkCounts::isBehind);
  }

  private static String itemCounts(ReconciliationReport report) {
    return report.sinks().stream()
        .map(sink -> sink.name() + " " + number(sink.items()) + " items")
        .collect(Collectors.joining(", "));
  }

  private static String number(OptionalLong count) {
    return count.isPresent() ? String.format("%,d", count.getAsLong()) : "-";
  }
}
