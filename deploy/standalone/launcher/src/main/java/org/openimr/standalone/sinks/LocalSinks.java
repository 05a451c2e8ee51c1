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

/** The chosen sinks on one machine: a worker in this process, and a database if one is needed. */
public final class LocalSinks implements AutoCloseable {
  private static final Duration DEPLOYED_POLL = Duration.ofMillis(200);

  private final ServiceResources parts = new ServiceResources();
  private Settings settings;
  private SinkWorker worker;
  private volatile Optional<ReconciliationSchedule> schedule = Optional.empty();

  private LocalSinks() {}

  /**
   * Starts them; the connectors follow a little later.
   *
   * @param connection to broker and registry
   * @param folder for the database
   * @param port of Connect's REST API; 0 for any free one
   * @throws IllegalArgumentException naming the setting that is not what it should be
   */
  public static LocalSinks start(SinkSelection choice, Settings connection, Path folder, int port) {
    LocalSinks stack = new LocalSinks();
    try {
      stack.open(choice, connection, folder, port);
      return stack;
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  /** Lines that say where things are. */
  public List<String> addresses() {
    String database = settings.text(DatabaseSettings.URL);
    String workerLine = "worker    " + worker.restAddress();
    return database.isEmpty() ? List.of(workerLine) : List.of(workerLine, "database  " + database);
  }

  /** What is in the way of the sinks; empty while all is well. */
  public String failureReason() {
    return worker.get().reason();
  }

  /**
   * Waits until the sinks hold all that is published.
   *
   * @param patience how long nothing may change
   * @param asked whether someone says stop
   * @param progress is told how far they are
   * @return the last comparison, equal or not
   */
  public ReconciliationReport awaitAll(
      Duration patience, BooleanSupplier asked, Consumer<String> progress) {
    return new SinkCatchUp(settings, worker::isDeployed).await(patience, asked, progress);
  }

  /** The worker. */
  public SinkWorker worker() {
    return worker;
  }

  /** The reconciliation of every so often, if it was asked for. */
  public Optional<ReconciliationSchedule> schedule() {
    return schedule;
  }

  /**
   * Compares by counts every so often, from the time that the connectors are there.
   *
   * @param every between two
   * @param patience how long each waits for letters on their way
   */
  public void startReconciling(Duration every, Duration patience) {
    Reconciliation reconciliation =
        new Reconciliation(settings, ReconciledSinks.of(SinkTypes.all(), settings));
    schedule =
        Optional.of(
            parts.register(
                ReconciliationSchedule.start(
                    () -> {
                      awaitDeployed();
                      return reconciliation.byCounts(patience);
                    },
                    every,
                    new SimpleMeterRegistry())));
  }

  private void awaitDeployed() {
    while (!worker.isDeployed() && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(DEPLOYED_POLL.toNanos());
    }
  }

  @Override
  public void close() {
    parts.close();
  }

  private void open(SinkSelection choice, Settings connection, Path folder, int port) {
    Map<String, String> more = Map.of();
    if (choice.embeddedDatabase()) {
      EmbeddedDatabase database = parts.register(EmbeddedDatabase.start(folder, 0));
      more =
          Map.of(
              DatabaseSettings.URL.key(), database.url(),
              DatabaseSettings.USER.key(), database.user());
    }
    settings = choice.settings(connection, port, more);
    worker = parts.register(SinkWorker.start(settings, new SimpleMeterRegistry()));
  }
}
