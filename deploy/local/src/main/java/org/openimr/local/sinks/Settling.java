package org.openimr.local.sinks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.openimr.schemas.Settings;
import org.openimr.sink.Sinks;
import org.openimr.sink.connect.SinksUnderCheck;
import org.openimr.sink.reconcile.Reconciliation;
import org.openimr.sink.reconcile.ReconciliationReport;
import org.openimr.sink.reconcile.ReconciliationReport.SinkCounts;

/** Waits until the sinks hold all that is published. */
final class Settling {
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Reconciliation reconciliation;
  private final BooleanSupplier deployed;

  /**
   * @param settings of the sinks
   * @param deployed whether the connectors are there at all
   */
  Settling(Settings settings, BooleanSupplier deployed) {
    this.reconciliation = new Reconciliation(settings, SinksUnderCheck.of(Sinks.all(), settings));
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
  ReconciliationReport await(Duration patience, BooleanSupplier asked, Consumer<String> progress) {
    ReconciliationReport report = reconciliation.byCounts(Duration.ZERO);
    Instant changed = Instant.now();
    while (!isSettled(report)
        && !asked.getAsBoolean()
        && Instant.now().isBefore(changed.plus(patience))) {
      progress.accept("sinks: " + held(report));
      List<SinkCounts> before = report.sinks();
      report = reconciliation.byCounts(LOOK);
      changed = report.sinks().equals(before) ? changed : Instant.now();
    }
    return report;
  }

  /** Compares by key. */
  ReconciliationReport byKey() {
    return reconciliation.byKey(LOOK);
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
