package org.openimr.standalone.up;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.openimr.cli.console.AnsiStyle;
import org.openimr.cli.console.CliLogging;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.settings.Settings;
import org.openimr.standalone.broker.EmbeddedBroker;
import org.openimr.standalone.pipeline.DataDirectory;
import org.openimr.standalone.pipeline.LocalPipeline;
import org.openimr.standalone.pipeline.PipelinePorts;
import org.openimr.standalone.sinks.SinkSelection;

/** A run of the pipeline with the letters of a directory. */
public final class UpRun {
  /** Longer than the processing of any letter, including restarts of a service. */
  private static final Duration STALL_TIMEOUT = Duration.ofSeconds(60);

  private final Console console;
  private final DataDirectory data;
  private final Path letters;
  private final UpOptions options;
  private final DeferredPipelineState monitorState = new DeferredPipelineState();

  /**
   * Options of a run.
   *
   * @param untilDone whether to stop when all letters are done and the sinks hold all events
   * @param reconcile whether to compare the contents of each sink at the end
   * @param sinks the selected sinks
   */
  public record UpOptions(boolean untilDone, boolean reconcile, SinkSelection sinks) {}

  public UpRun(Console console, DataDirectory data, Path letters, UpOptions options) {
    this.console = console;
    this.data = data;
    this.letters = letters;
    this.options = options;
  }

  /**
   * Runs until all letters are done or a shutdown is requested.
   *
   * @return exit code: findings if a letter was rejected or a sink lacks events, failed if progress
   *     stalled
   */
  public int run(PipelinePorts ports) throws IOException, InterruptedException {
    ShutdownSignals signals = ShutdownSignals.install(data::close);
    CliLogging.toFile(data.log());
    EmbeddedBroker.onProcessExit(this::reportBrokerExit);
    console.note("letters   " + letters.toAbsolutePath().normalize());
    try (LocalPipeline pipeline = LocalPipeline.start(data, ports, this::progress)) {
      Settings connection = pipeline.connection();
      printAddresses(pipeline, connection, ports);
      pipeline.awaitReady(signals::isStopRequested);
      LetterBaseline earlier = LetterBaseline.of(pipeline);
      try (LetterResultConsumer feed =
              LetterResultConsumer.fromLatest(
                  connection.kafka(), EventSerdes.of(connection.registry()));
          FolderIngest ingest =
              FolderIngest.open(
                  letters, data.subdirectory("letters"), connection, options.untilDone());
          UpSinks sinks =
              UpSinks.start(console, options.sinks(), connection, data, ports.worker())) {
        if (!options.untilDone()) {
          monitorState.show(sinks.runUntilStopped());
          sinks.printAddresses();
        }
        LetterProgress progress =
            new LetterProgress(pipeline, earlier, ingest, feed, console, STALL_TIMEOUT);
        LetterProgress.End end = progress.run(options.untilDone(), signals::isStopRequested);
        int exitCode = conclude(end, progress.summary(), ingest.failures());
        return end == LetterProgress.End.COMPLETED ? conclude(sinks, signals, exitCode) : exitCode;
      }
    } catch (IOException | RuntimeException e) {
      data.keep();
      console.note("imr: the log is in " + data.log());
      throw e;
    }
  }

  private void progress(String step) {
    console.status(console.showsStatus() && !step.isEmpty() ? step + " ..." : "");
  }

  private void reportBrokerExit() {
    progress("");
    console.note(
        "imr: the broker stopped after a fatal error, such as a full disk. See the log %s; %s is kept"
            .formatted(data.log(), data.path()));
  }

  private void printAddresses(LocalPipeline pipeline, Settings connection, PipelinePorts ports)
      throws IOException {
    console.status("");
    console.note("broker    " + connection.text(Settings.BOOTSTRAP));
    console.note("registry  " + connection.text(Settings.REGISTRY));
    console.note("http      " + pipeline.httpUrl());
    if (!options.untilDone()) {
      console.note("monitor   " + pipeline.openMonitor(data, ports.monitor(), monitorState));
    }
    console.note("data      " + data.path() + (data.isKept() ? "" : "  (deleted at the end)"));
    console.note("");
  }

  private int conclude(UpSinks sinks, ShutdownSignals signals, int exitCode) {
    if (sinks.awaitAll(
        STALL_TIMEOUT, signals::isStopRequested, options.reconcile(), this::progress)) {
      return exitCode;
    }
    data.keep();
    return signals.isStopRequested() ? ExitCode.INTERRUPTED : ExitCode.FINDINGS;
  }

  private int conclude(LetterProgress.End end, UpRunSummary summary, long unreadable) {
    console.line("");
    summary.lines().forEach(line -> console.line(console.styled(AnsiStyle.STRONG, line)));
    if (unreadable > 0) {
      console.note(
          "imr: %d files cannot be read; they are listed in %s".formatted(unreadable, data.log()));
      data.keep();
    }
    return switch (end) {
      case STOP_REQUESTED -> ExitCode.INTERRUPTED;
      case COMPLETED ->
          summary.tally().deadLetterTotal() + unreadable == 0 ? ExitCode.OK : ExitCode.FINDINGS;
      case STALLED -> {
        data.keep();
        console.note(
            "imr: no progress for %d s, %d letters are pending; see the log %s"
                .formatted(
                    STALL_TIMEOUT.toSeconds(),
                    summary.letters() - summary.processed(),
                    data.log()));
        yield ExitCode.FAILED;
      }
    };
  }
}
