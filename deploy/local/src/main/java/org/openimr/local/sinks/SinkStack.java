package org.openimr.local.sinks;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.openimr.embedded.EmbeddedDatabase;
import org.openimr.schemas.Settings;
import org.openimr.service.Parts;
import org.openimr.sink.SinkWorker;
import org.openimr.sink.Sinks;
import org.openimr.sink.connect.SinksUnderCheck;
import org.openimr.sink.database.DatabaseSettings;
import org.openimr.sink.reconcile.Reconciliation;
import org.openimr.sink.reconcile.ReconciliationReport;
import org.openimr.sink.reconcile.ReconciliationSchedule;

/** The chosen sinks on one machine: a worker in this process, and a database if one is needed. */
public final class SinkStack implements AutoCloseable {
  private static final Duration DEPLOYED_POLL = Duration.ofMillis(200);

  private final Parts parts = new Parts();
  private Settings settings;
  private SinkWorker worker;
  private volatile Optional<ReconciliationSchedule> schedule = Optional.empty();

  private SinkStack() {}

  /**
   * Starts them; the connectors follow a little later.
   *
   * @param connection to broker and registry
   * @param folder for the database
   * @param port of Connect's REST API; 0 for any free one
   * @throws IllegalArgumentException naming the setting that is not what it should be
   */
  public static SinkStack start(SinkChoice choice, Settings connection, Path folder, int port) {
    SinkStack stack = new SinkStack();
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
    String workerLine = "worker    " + worker.rest();
    return database.isEmpty() ? List.of(workerLine) : List.of(workerLine, "database  " + database);
  }

  /** What is in the way of the sinks; empty while all is well. */
  public String obstacle() {
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
    return new Settling(settings, worker::isDeployed).await(patience, asked, progress);
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
  public void reconcile(Duration every, Duration patience) {
    Reconciliation reconciliation =
        new Reconciliation(settings, SinksUnderCheck.of(Sinks.all(), settings));
    schedule =
        Optional.of(
            parts.opened(
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

  private void open(SinkChoice choice, Settings connection, Path folder, int port) {
    Map<String, String> more = Map.of();
    if (choice.embeddedDatabase()) {
      EmbeddedDatabase database = parts.opened(EmbeddedDatabase.start(folder, 0));
      more =
          Map.of(
              DatabaseSettings.URL.key(), database.url(),
              DatabaseSettings.USER.key(), database.user());
    }
    settings = choice.settings(connection, port, more);
    worker = parts.opened(SinkWorker.start(settings, new SimpleMeterRegistry()));
  }
}
