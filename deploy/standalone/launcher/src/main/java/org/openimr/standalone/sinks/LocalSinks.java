package org.openimr.standalone.sinks;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.openimr.runtime.bootstrap.ServiceResources;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.connect.spi.ReconciledSinks;
import org.openimr.sink.database.DatabaseSettings;
import org.openimr.sink.reconcile.Reconciliation;
import org.openimr.sink.reconcile.ReconciliationSchedule;
import org.openimr.sink.reconcile.report.ReconciliationReport;
import org.openimr.sink.worker.SinkTypes;
import org.openimr.sink.worker.SinkWorker;
import org.openimr.standalone.database.EmbeddedDatabase;

/** The selected sinks on one machine: a worker in this process, and a database if needed. */
public final class LocalSinks implements AutoCloseable {
  private static final Duration DEPLOYED_POLL = Duration.ofMillis(200);

  private final ServiceResources resources;
  private final Settings settings;
  private final SinkWorker worker;
  private volatile Optional<ReconciliationSchedule> schedule = Optional.empty();

  private LocalSinks(
      ServiceResources resources,
      SinkSelection selection,
      Settings connection,
      Path directory,
      int port) {
    this.resources = resources;
    Map<String, String> overrides = Map.of();
    if (selection.embeddedDatabase()) {
      EmbeddedDatabase database = resources.register(EmbeddedDatabase.start(directory, 0));
      overrides =
          Map.of(
              DatabaseSettings.URL.key(), database.url(),
              DatabaseSettings.USER.key(), database.user());
    }
    settings = selection.settings(connection, port, overrides);
    worker = resources.register(SinkWorker.start(settings, new SimpleMeterRegistry()));
  }

  /**
   * Starts worker and database; the worker deploys the connectors afterwards.
   *
   * @param connection client settings for broker and registry
   * @param directory data directory of the database
   * @param port port of Connect's REST API; 0 selects a free port
   * @throws IllegalArgumentException if a setting is invalid; the message names it
   */
  public static LocalSinks start(
      SinkSelection selection, Settings connection, Path directory, int port) {
    ServiceResources resources = new ServiceResources();
    try {
      return new LocalSinks(resources, selection, connection, directory, port);
    } catch (RuntimeException e) {
      resources.close();
      throw e;
    }
  }

  /** Lines with the addresses of worker and database. */
  public List<String> addresses() {
    String database = settings.text(DatabaseSettings.URL);
    String workerLine = "worker    " + worker.restAddress();
    return database.isEmpty() ? List.of(workerLine) : List.of(workerLine, "database  " + database);
  }

  /** Why the sinks are not healthy; empty if they are. */
  public String failureReason() {
    return worker.get().reason();
  }

  /**
   * Waits until the sinks hold all published events.
   *
   * @param stallTimeout ends the wait if nothing changes for this long
   * @param stopRequested ends the wait when it returns true
   * @param progress receives a description of the progress
   * @return the last comparison
   */
  public ReconciliationReport awaitAll(
      Duration stallTimeout, BooleanSupplier stopRequested, Consumer<String> progress) {
    return new SinkCatchUp(settings, worker::isDeployed)
        .await(stallTimeout, stopRequested, progress);
  }

  /** The worker. */
  public SinkWorker worker() {
    return worker;
  }

  /** The periodic reconciliation, if it was started. */
  public Optional<ReconciliationSchedule> schedule() {
    return schedule;
  }

  /**
   * Starts a periodic comparison by counts, which begins when the connectors are deployed.
   *
   * @param interval time between two comparisons
   * @param maxWait how long a comparison waits for letters in progress
   */
  public void startReconciling(Duration interval, Duration maxWait) {
    Reconciliation reconciliation =
        new Reconciliation(settings, ReconciledSinks.of(SinkTypes.all(), settings));
    schedule =
        Optional.of(
            resources.register(
                ReconciliationSchedule.start(
                    () -> {
                      awaitDeployed();
                      return reconciliation.byCounts(maxWait);
                    },
                    interval,
                    new SimpleMeterRegistry())));
  }

  private void awaitDeployed() {
    while (!worker.isDeployed() && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(DEPLOYED_POLL.toNanos());
    }
  }

  @Override
  public void close() {
    resources.close();
  }
}
