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

/** Waits until the sinks hold all that is published. */
public final class SinkCatchUp {
  private static final Duration CHECK_INTERVAL = Duration.ofMillis(500);

  private final Reconciliation reconciliation;
  private final BooleanSupplier deployed;

  /**
   * @param settings of the sinks
   * @param deployed whether the connectors are there at all
   */
  public SinkCatchUp(Settings settings, BooleanSupplier deployed) {
    this.reconciliation =
        new Reconciliation(settings, ReconciledSinks.of(SinkTypes.all(), settings));
    this.deployed = deployed;
  }

  /**
   * Waits.
   *
   * @param patience how long nothing may change
   * @param asked whether someone says stop
   * @param progress is told how far they are
   * @return the last comparison by counts, equal or not
   */
  public ReconciliationReport await(
      Duration patience, BooleanSupplier asked, Consumer<String> progress) {
    ReconciliationReport report = reconciliation.byCounts(Duration.ZERO);
    Instant changed = Instant.now();
    while (!isSettled(report)
        && !asked.getAsBoolean()
        && Instant.now().isBefore(changed.plus(patience))) {
      progress.accept("sinks: " + held(report));
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

  private boolean isSettled(ReconciliationReport report) {
    return deployed.getAsBoolean()
        && report.isEqual()
        && report.sinks().stream().noneMatch(SinkCounts::isBehind);
  }

  private static String held(ReconciliationReport report) {
    return report.sinks().stream()
        .map(sink -> sink.name() + " " + number(sink.items()) + " items")
        .collect(Collectors.joining(", "));
  }

  private static String number(OptionalLong count) {
    return count.isPresent() ? String.format("%,d", count.getAsLong()) : "-";
  }
}
