package org.openimr.sink.reconcile;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.openimr.runtime.bootstrap.PeriodicTask;
import org.openimr.sink.reconcile.report.ReconciliationReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reconciles by counts every so often, and keeps the last result as metrics. */
public final class ReconciliationSchedule implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReconciliationSchedule.class);
  private static final double MILLIS = 1000;

  private final Supplier<ReconciliationReport> reconciliation;
  private final PeriodicTask task;
  private volatile Optional<ReconciliationReport> lastReport = Optional.empty();
  private volatile boolean failed;

  private ReconciliationSchedule(Supplier<ReconciliationReport> reconciliation, Duration interval) {
    this.reconciliation = reconciliation;
    this.task = new PeriodicTask("imr-reconcile", interval, this::run);
  }

  /**
   * Reconciles now and from then on.
   *
   * @param every between the end of one and the begin of the next, more than 0
   * @param patience how long each waits for letters on their way
   */
  public static ReconciliationSchedule start(
      Reconciliation reconciliation, Duration every, Duration patience, MeterRegistry metrics) {
    return start(() -> reconciliation.byCounts(patience), every, metrics);
  }

  /**
   * Reconciles now and from then on.
   *
   * @param reconciliation each attempt; may wait
   * @param every between the end of one and the begin of the next, more than 0
   */
  public static ReconciliationSchedule start(
      Supplier<ReconciliationReport> reconciliation, Duration every, MeterRegistry metrics) {
    ReconciliationSchedule schedule = new ReconciliationSchedule(reconciliation, every);
    schedule.measure(metrics);
    schedule.task.start();
    return schedule;
  }

  /** The last result; empty before the first. */
  public Optional<ReconciliationReport> lastReport() {
    return lastReport;
  }

  /** Whether the last attempt came to no result, as the broker or a sink did not answer. */
  public boolean hasFailed() {
    return failed;
  }

  @Override
  public void close() {
    task.close();
  }

  private void run() {
    try {
      ReconciliationReport report = reconciliation.get();
      lastReport = Optional.of(report);
      failed = false;
      if (!report.isEqual()) {
        LOG.error("reconciliation: {} letters, cases or items differ", report.difference());
      }
    } catch (Throwable e) {
      failed = true;
      LOG.error("reconciliation came to no result: {}", e.getClass().getSimpleName());
    }
  }

  private void measure(MeterRegistry metrics) {
    gauge(
        metrics, "imr.reconciliation.difference", "that differ", ReconciliationReport::difference);
    gauge(
        metrics,
        "imr.reconciliation.in.flight",
        "letters on their way",
        report -> report.letters().pendingRaw() + report.letters().pending());
    gauge(
        metrics,
        "imr.reconciliation.time.seconds",
        "when it was done, seconds since 1970",
        report -> report.time().toEpochMilli() / MILLIS);
    gauge(
        metrics,
        "imr.reconciliation.duration.seconds",
        "how long it took",
        report -> report.duration().toMillis() / MILLIS);
    Gauge.builder("imr.reconciliation.failed", this, schedule -> schedule.failed ? 1 : 0)
        .description("1 if the last attempt came to no result")
        .register(metrics);
  }

  private void gauge(
      MeterRegistry metrics, String name, String what, ToDoubleFunction<ReconciliationReport> of) {
    Gauge.builder(
            name, this, schedule -> schedule.lastReport.map(of::applyAsDouble).orElse(Double.NaN))
        .description("last reconciliation: " + what)
        .register(metrics);
  }
}
