package org.openimr.local.up;

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
import org.openimr.local.console.Console;
import org.openimr.local.sinks.SinkChoice;
import org.openimr.local.sinks.SinkStack;
import org.openimr.schemas.Settings;
import org.openimr.sink.ServicePipeline;
import org.openimr.sink.monitor.sinks.PipelineState;
import org.openimr.sink.reconcile.ReconcileSettings;
import org.openimr.sink.reconcile.Reconciliation;
import org.openimr.sink.reconcile.ReconciliationReport;
import org.openimr.sink.reconcile.ReconciliationSchedule;
import org.openimr.sink.reconcile.ReportText;

/** The sinks of a run: started beside it, so that the first decision does not wait for them. */
final class SinkRun implements AutoCloseable {
  private static final int MOST_DIFFERENCES = 20;

  /** Someone looks at the page. */
  private static final Duration EVERY = Duration.ofSeconds(20);

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Console console;
  private final Settings letters;
  private final Optional<CompletableFuture<SinkStack>> stack;
  private Optional<ReconciliationSchedule> alone = Optional.empty();

  private SinkRun(Console console, Settings letters, Optional<CompletableFuture<SinkStack>> stack) {
    this.console = console;
    this.letters = letters;
    this.stack = stack;
  }

  static SinkRun begin(
      Console console, SinkChoice choice, Settings connection, DataFolder data, int port) {
    Settings letters =
        Settings.of(ReconcileSettings.ALL, prefixed(connection), connection.registry());
    if (choice.isNone()) {
      return new SinkRun(console, letters, Optional.empty());
    }
    CompletableFuture<SinkStack> starting =
        CompletableFuture.supplyAsync(
            () -> SinkStack.start(choice, connection, data.of("database"), port),
            Thread.ofPlatform().daemon().name("sinks-start")::start);
    return new SinkRun(console, letters, Optional.of(starting));
  }

  /**
   * Reconciles every so often, as a run does that goes on until it is told to stop.
   *
   * @return what the monitor shows
   */
  PipelineState stayUp() {
    if (stack.isEmpty()) {
      ReconciliationSchedule schedule =
          ReconciliationSchedule.start(
              new Reconciliation(letters, List.of()), EVERY, PATIENCE, new SimpleMeterRegistry());
      alone = Optional.of(schedule);
      return new ServicePipeline(
          Optional::empty,
          () -> Optional.of(schedule),
          new ServicePipeline.Words(
              "No sinks run here: imr up was started with --sinks none.", ""));
    }
    stack.get().thenAccept(sinks -> sinks.reconcile(EVERY, PATIENCE));
    return new ServicePipeline(
        () -> now().map(SinkStack::worker),
        () -> now().flatMap(SinkStack::schedule),
        new ServicePipeline.Words(
            "The sinks are starting, or could not start.", "Begins when the sinks are there."));
  }

  private Optional<SinkStack> now() {
    return stack
        .filter(starting -> starting.isDone() && !starting.isCompletedExceptionally())
        .map(CompletableFuture::join);
  }

  /** Tells where they are, or why they are not, once that is known. */
  void tellAddresses() {
    stack.ifPresent(
        starting ->
            starting.whenComplete(
                (started, failure) -> {
                  if (failure == null) {
                    started.addresses().forEach(console::note);
                  } else {
                    console.note("imr: the sinks did not start: " + failure.getMessage());
                  }
                }));
  }

  /**
   * Waits until the sinks hold all of it.
   *
   * @param inFull whether the whole comparison is printed, or just what differs
   * @return whether they do
   */
  boolean end(Duration patience, BooleanSupplier asked, boolean inFull, Consumer<String> progress) {
    if (stack.isEmpty()) {
      return !inFull || isEqual(new Reconciliation(letters, List.of()).byCounts(patience), true);
    }
    SinkStack sinks = started(stack.get());
    ReconciliationReport report = sinks.awaitAll(patience, asked, progress);
    progress.accept("");
    if (!isEqual(report, inFull) && !sinks.obstacle().isEmpty()) {
      console.note("imr: " + sinks.obstacle());
    }
    return report.isEqual();
  }

  private boolean isEqual(ReconciliationReport report, boolean inFull) {
    if (inFull || !report.isEqual()) {
      console.line("");
      ReportText.lines(report, MOST_DIFFERENCES).forEach(console::line);
    }
    return report.isEqual();
  }

  @Override
  public void close() {
    alone.ifPresent(ReconciliationSchedule::close);
    stack.ifPresent(
        starting -> {
          try {
            starting.join().close();
          } catch (CompletionException e) {
            console.note("imr: the sinks had not started");
          }
        });
  }

  private static Map<String, String> prefixed(Settings connection) {
    Map<String, String> kafka = new TreeMap<>();
    connection.kafka().forEach((key, value) -> kafka.put("kafka." + key, value));
    return kafka;
  }

  private static SinkStack started(CompletableFuture<SinkStack> starting) {
    try {
      return starting.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
