package org.openimr.standalone.up;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.openimr.cli.console.Console;
import org.openimr.schemas.settings.Settings;
import org.openimr.sink.monitor.pipeline.PipelineStatus;
import org.openimr.sink.reconcile.Reconciliation;
import org.openimr.sink.reconcile.ReconciliationSchedule;
import org.openimr.sink.reconcile.ReconciliationSettings;
import org.openimr.sink.reconcile.report.ReconciliationReport;
import org.openimr.sink.reconcile.report.ReconciliationReportText;
import org.openimr.sink.worker.SinkPipelineStatus;
import org.openimr.standalone.pipeline.DataDirectory;
import org.openimr.standalone.sinks.LocalSinks;
import org.openimr.standalone.sinks.SinkSelection;

/** The sinks of a run, started concurrently so that they do not delay the first decision. */
final class UpSinks implements AutoCloseable {
  private static final int MAX_DIFFERENCES = 20;

  /** Short, because a user watches the monitor. */
  private static final Duration RECONCILE_INTERVAL = Duration.ofSeconds(20);

  private static final Duration MAX_WAIT = Duration.ofSeconds(5);

  private final Console console;
  private final Settings letters;
  private final Optional<CompletableFuture<LocalSinks>> stack;
  private Optional<ReconciliationSchedule> standaloneSchedule = Optional.empty();

  private UpSinks(
      Console console, Settings letters, Optional<CompletableFuture<LocalSinks>> stack) {
    this.console = console;
    this.letters = letters;
    this.stack = stack;
  }

  static UpSinks start(
      Console console, SinkSelection selection, Settings connection, DataDirectory data, int port) {
    Settings letters =
        Settings.of(ReconciliationSettings.ALL, prefixed(connection), connection.registry());
    if (selection.isNone()) {
      return new UpSinks(console, letters, Optional.empty());
    }
    CompletableFuture<LocalSinks> starting =
        CompletableFuture.supplyAsync(
            () -> LocalSinks.start(selection, connection, data.subdirectory("database"), port),
            Thread.ofPlatform().daemon().name("sinks-start")::start);
    return new UpSinks(console, letters, Optional.of(starting));
  }

  /**
   * Starts the periodic reconciliation of a run without {@code --until-done}.
   *
   * @return the state for the monitor
   */
  PipelineStatus runUntilStopped() {
    if (stack.isEmpty()) {
      ReconciliationSchedule schedule =
          ReconciliationSchedule.start(
              new Reconciliation(letters, List.of()),
              RECONCILE_INTERVAL,
              MAX_WAIT,
              new SimpleMeterRegistry());
      standaloneSchedule = Optional.of(schedule);
      return new SinkPipelineStatus(
          Optional::empty,
          () -> Optional.of(schedule),
          new SinkPipelineStatus.Notices("No sinks: imr up was started with --sinks none.", ""));
    }
    // printAddresses reports a failed start
    var unused =
        stack.get().thenAccept(sinks -> sinks.startReconciling(RECONCILE_INTERVAL, MAX_WAIT));
    return new SinkPipelineStatus(
        () -> now().map(LocalSinks::worker),
        () -> now().flatMap(LocalSinks::schedule),
        new SinkPipelineStatus.Notices(
            "The sinks are starting or failed to start.", "Starts with the sinks."));
  }

  private Optional<LocalSinks> now() {
    return stack
        .filter(starting -> starting.isDone() && !starting.isCompletedExceptionally())
        .map(CompletableFuture::join);
  }

  /** Prints the addresses of the sinks, or why they failed to start, when this is known. */
  void printAddresses() {
    stack.ifPresent(
        starting -> {
          // the callback reports the failure
          var unused =
              starting.whenComplete(
                  (started, failure) -> {
                    if (failure == null) {
                      started.addresses().forEach(console::note);
                    } else {
                      console.note("imr: the sinks did not start: " + failure.getMessage());
                    }
                  });
        });
  }

  /**
   * Waits until the sinks hold all published events.
   *
   * @param inFull whether to print the comparison even if nothing differs
   * @return whether they hold all events
   */
  boolean awaitAll(
      Duration stallTimeout,
      BooleanSupplier stopRequested,
      boolean inFull,
      Consumer<String> progress) {
    if (stack.isEmpty()) {
      return !inFull
          || isEqual(new Reconciliation(letters, List.of()).byCounts(stallTimeout), true);
    }
    LocalSinks sinks = started(stack.get());
    ReconciliationReport report = sinks.awaitAll(stallTimeout, stopRequested, progress);
    progress.accept("");
    if (!isEqual(report, inFull) && !sinks.failureReason().isEmpty()) {
      console.note("imr: " + sinks.failureReason());
    }
    return report.isEqual();
  }

  private boolean isEqual(ReconciliationReport report, boolean inFull) {
    if (inFull || !report.isEqual()) {
      console.line("");
      ReconciliationReportText.lines(report, MAX_DIFFERENCES).forEach(console::line);
    }
    return report.isEqual();
  }

  @Override
  public void close() {
    standaloneSchedule.ifPresent(ReconciliationSchedule::close);
    stack.ifPresent(
        starting -> {
          try {
            starting.join().close();
          } catch (CompletionException e) {
            console.note("imr: the sinks failed to start");
          }
        });
  }

  private static Map<String, String> prefixed(Settings connection) {
    Map<String, String> kafka = new TreeMap<>();
    connection.kafka().forEach((key, value) -> kafka.put("kafka." + key, value));
    return kafka;
  }

  private static LocalSinks started(CompletableFuture<LocalSinks> starting) {
    try {
      return starting.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
