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

/** Reconciles by counts at an interval and exposes the last result as metrics. */
public final class ReconciliationSchedule implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReconciliationSchedule.class);
  private static final double MILLIS_PER_SECOND = 1000;

  private final Supplier<ReconciliationReport> reconciliation;
  private final PeriodicTask task;
  private volatile Optional<ReconciliationReport> lastReport = Optional.empty();
  private volatile boolean failed;

  private ReconciliationSchedule(Supplier<ReconciliationReport> reconciliation, Duration interval) {
    this.reconciliation = reconciliation;
    this.task = new PeriodicTask("imr-reconcile", interval, this::run);
  }

  /**
   * Starts reconciling, the first time immediately.
   *
   * @param interval time from the end of one reconciliation to the start of the next, more than 0
   * @param maxWait limit of the time that each waits for letters in flight
   */
  public static ReconciliationSchedule start(
      Reconciliation reconciliation, Duration interval, Duration maxWait, MeterRegistry metrics) {
    return start(() -> reconciliation.byCounts(maxWait), interval, metrics);
  }

  /**
   * Starts reconciling, the first time immediately.
   *
   * @param reconciliation performs one reconciliation; may block
   * @param interval time from the end of one reconciliation to the start of the next, more than 0
   */
  public static ReconciliationSchedule start(
      Supplier<ReconciliationReport> reconciliation, Duration interval, MeterRegistry metrics) {
    ReconciliationSchedule schedule = new ReconciliationSchedule(reconciliation, interval);
    schedule.measure(metrics);
    schedule.task.start();
    return schedule;
  }

  /** The last report; empty before the first reconciliation has finished. */
  public Optional<ReconciliationReport> lastReport() {
    return lastReport;
  }

  /** Whether the last attempt failed, because the broker or a sink was unavailable. */
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
        LOG.error("reconciliation found {} differing letters, cases or items", report.difference());
      }
    } catch (Throwable e) {
      failed = true;
      LOG.error("reconciliation failed: {}", e.getClass().getSimpleName());
    }
  }

  private void measure(MeterRegistry metrics) {
    gauge(
        metrics,
        "imr.reconciliation.difference",
        "letters, cases and items that differ",
        ReconciliationReport::difference);
    gauge(
        metrics,
        "imr.reconciliation.in.flight",
        "letters in flight",
        report -> report.letters().pendingRaw() + report.letters().pending());
    gauge(
        metrics,
        "imr.reconciliation.time.seconds",
        "start time, seconds since 1970",
        report -> report.time().toEpochMilli() / MILLIS_PER_SECOND);
    gauge(
        metrics,
        "imr.reconciliation.duration.seconds",
        "duration",
        report -> report.duration().toMillis() / MILLIS_PER_SECOND);
    Gauge.builder("imr.reconciliation.failed", this, schedule -> schedule.failed ? 1 : 0)
        .description("1 if the last reconciliation failed")
        .register(metrics);
  }

  private void gauge(
      MeterRegistry metrics,
      String name,
      String what,
      ToDoubleFunction<ReconciliationReport> value) {
    Gauge.builder(
            name,
            this,
            schedule -> schedule.lastReport.map(value::applyAsDouble).orElse(Double.NaN))
        .description("last reconciliation: " + what)
        .register(metrics);
  }
}
