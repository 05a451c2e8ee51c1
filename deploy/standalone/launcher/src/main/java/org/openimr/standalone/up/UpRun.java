package org.openimr.standalone.up;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.openimr.cli.console.AnsiStyle;
import org.openimr.cli.console.CliLogging;
import org.openimr.cli.console.Console;
import org.openimr.schemas.event.EventSerdes;
import org.openimr.schemas.settings.Settings;
import org.openimr.standalone.broker.EmbeddedBroker;
import org.openimr.standalone.pipeline.DataDirectory;
import org.openimr.standalone.pipeline.LocalPipeline;
import org.openimr.standalone.pipeline.PipelinePorts;
import org.openimr.standalone.sinks.SinkSelection;

/** One run of the whole pipeline over the letters of a folder. */
public final class UpRun {
  /** Longer than any letter may take, restarts of a part included. */
  private static final Duration STALL_TIMEOUT = Duration.ofSeconds(60);

  private final Console console;
  private final DataDirectory data;
  private final Path letters;
  private final UpOptions wishes;
  private final DeferredPipelineState panels = new DeferredPipelineState();

  /**
   * What the user wants of it.
   *
   * @param untilDone ends when every letter has come out and the sinks hold all
   * @param reconcile ends with a comparison of what each sink holds
   * @param sinks where events go
   */
  public record UpOptions(boolean untilDone, boolean reconcile, SinkSelection sinks) {}

  public UpRun(Console console, DataDirectory data, Path letters, UpOptions wishes) {
    this.console = console;
    this.data = data;
    this.letters = letters;
    this.wishes = wishes;
  }

  /**
   * Runs until all letters are through or someone says stop.
   *
   * @return exit code: 0, or 1 if a letter could not be read or did not come out, or 130
   */
  public int run(PipelinePorts ports) throws IOException, InterruptedException {
    ShutdownSignals interrupts = ShutdownSignals.install(data::close);
    CliLogging.toFile(data.log());
    EmbeddedBroker.onProcessExit(this::tellThatTheBrokerGaveUp);
    console.note("letters   " + letters.toAbsolutePath().normalize());
    try (LocalPipeline pipeline = LocalPipeline.start(data, ports, this::progress)) {
      Settings connection = pipeline.connection();
      tellAddresses(pipeline, connection, ports);
      pipeline.awaitReady(interrupts::isStopRequested);
      try (LetterResultConsumer feed =
              LetterResultConsumer.fromLatest(
                  connection.kafka(), EventSerdes.of(connection.registry()));
          FolderIngest folder =
              FolderIngest.open(
                  letters, data.subdirectory("letters"), connection, wishes.untilDone());
          UpSinks sinks =
              UpSinks.start(console, wishes.sinks(), connection, data, ports.worker())) {
        if (!wishes.untilDone()) {
          panels.show(sinks.runUntilStopped());
          sinks.printAddresses();
        }
        LetterProgress watch = new LetterProgress(pipeline, folder, feed, console, STALL_TIMEOUT);
        LetterProgress.End end = watch.run(wishes.untilDone(), interrupts::isStopRequested);
        int exitCode = conclude(end, watch.summary(), folder.failures());
        return end == LetterProgress.End.ALL_THROUGH
            ? conclude(sinks, interrupts, exitCode)
            : exitCode;
      }
    } catch (IOException | RuntimeException e) {
      data.keep();
      console.note("imr: what happened before is in " + data.log());
      throw e;
    }
  }

  private void progress(String what) {
    console.status(console.showsStatus() && !what.isEmpty() ? what + " ..." : "");
  }

  private void tellThatTheBrokerGaveUp() {
    progress("");
    console.note(
        "imr: the broker gave up, which ends this run; is the disk full? %s says why, %s is kept"
            .formatted(data.log(), data.path()));
  }

  private void tellAddresses(LocalPipeline pipeline, Settings connection, PipelinePorts ports)
      throws IOException {
    console.status("");
    console.note("broker    " + connection.text(Settings.BOOTSTRAP));
    console.note("registry  " + connection.text(Settings.REGISTRY));
    console.note("http      " + pipeline.httpUrl());
    if (!wishes.untilDone()) {
      console.note("monitor   " + pipeline.openMonitor(data, ports.monitor(), panels));
    }
    console.note("data      " + data.path() + (data.isKept() ? "" : "  (gone at the end)"));
    console.note("");
  }

  private int conclude(UpSinks sinks, ShutdownSignals interrupts, int exitCode) {
    if (sinks.awaitAll(
        STALL_TIMEOUT, interrupts::isStopRequested, wishes.reconcile(), this::progress)) {
      return exitCode;
    }
    data.keep();
    return interrupts.isStopRequested() ? ShutdownSignals.EXIT_CODE : 1;
  }

  private int conclude(LetterProgress.End end, UpRunSummary summary, long unreadable) {
    console.line("");
    summary.lines().forEach(line -> console.line(console.styled(AnsiStyle.STRONG, line)));
    if (unreadable > 0) {
      console.note("imr: %d files can't be read; %s says which".formatted(unreadable, data.log()));
      data.keep();
    }
    return switch (end) {
      case ASKED -> ShutdownSignals.EXIT_CODE;
      case ALL_THROUGH -> summary.tally().deadLetterTotal() + unreadable == 0 ? 0 : 1;
      case STALLED -> {
        data.keep();
        console.note(
            "imr: nothing has come out for %d s and %d letters are still under way; %s may say why"
                .formatted(
                    STALL_TIMEOUT.toSeconds(),
                    summary.letters() - summary.processed(),
                    data.log()));
        yield 1;
      }
    };
  }
}
