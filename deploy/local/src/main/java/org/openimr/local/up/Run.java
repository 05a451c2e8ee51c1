package org.openimr.local.up;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.openimr.embedded.EmbeddedBroker;
import org.openimr.local.console.Console;
import org.openimr.local.console.Logs;
import org.openimr.local.console.Style;
import org.openimr.local.console.Summary;
import org.openimr.local.sinks.SinkChoice;
import org.openimr.schemas.EventSerdes;
import org.openimr.schemas.Settings;
import org.openimr.sink.monitor.DecisionFeed;

/** One run of the whole pipeline over the letters of a folder. */
public final class Run {
  /** Longer than any letter may take, restarts of a part included. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Console console;
  private final DataFolder data;
  private final Path letters;
  private final Wishes wishes;
  private final MonitorPanels panels = new MonitorPanels();

  /**
   * What the user wants of it.
   *
   * @param untilDone ends when every letter has come out and the sinks hold all
   * @param reconcile ends with a comparison of what each sink holds
   * @param sinks where events go
   */
  public record Wishes(boolean untilDone, boolean reconcile, SinkChoice sinks) {}

  public Run(Console console, DataFolder data, Path letters, Wishes wishes) {
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
  public int at(Ports ports) throws IOException, InterruptedException {
    Interrupts interrupts = Interrupts.watch(data::close);
    Logs.toFile(data.log());
    EmbeddedBroker.beforeItEndsTheProcess(this::tellThatTheBrokerGaveUp);
    console.note("letters   " + letters.toAbsolutePath().normalize());
    try (Pipeline pipeline = Pipeline.start(data, ports, this::progress)) {
      Settings connection = pipeline.connection();
      tellAddresses(pipeline, connection, ports);
      pipeline.awaitReady(interrupts::asked);
      try (DecisionFeed feed =
              DecisionFeed.fromNow(connection.kafka(), EventSerdes.of(connection.registry()));
          LetterFolder folder =
              LetterFolder.open(letters, data.of("letters"), connection, wishes.untilDone());
          SinkRun sinks =
              SinkRun.begin(console, wishes.sinks(), connection, data, ports.worker())) {
        if (!wishes.untilDone()) {
          panels.show(sinks.stayUp());
          sinks.tellAddresses();
        }
        Watch watch = new Watch(pipeline, folder, feed, console, PATIENCE);
        Watch.End end = watch.run(wishes.untilDone(), interrupts::asked);
        int exitCode = conclude(end, watch.summary(), folder.failures());
        return end == Watch.End.ALL_THROUGH ? conclude(sinks, interrupts, exitCode) : exitCode;
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

  private void tellAddresses(Pipeline pipeline, Settings connection, Ports ports)
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

  private int conclude(SinkRun sinks, Interrupts interrupts, int exitCode) {
    if (sinks.end(PATIENCE, interrupts::asked, wishes.reconcile(), this::progress)) {
      return exitCode;
    }
    data.keep();
    return interrupts.asked() ? Interrupts.EXIT_CODE : 1;
  }

  private int conclude(Watch.End end, Summary summary, long unreadable) {
    console.line("");
    summary.lines().forEach(line -> console.line(console.styled(Style.STRONG, line)));
    if (unreadable > 0) {
      console.note("imr: %d files can't be read; %s says which".formatted(unreadable, data.log()));
      data.keep();
    }
    return switch (end) {
      case ASKED -> Interrupts.EXIT_CODE;
      case ALL_THROUGH -> summary.tally().dead() + unreadable == 0 ? 0 : 1;
      case STALLED -> {
        data.keep();
        console.note(
            "imr: nothing has come out for %d s and %d letters are still under way; %s may say why"
                .formatted(PATIENCE.toSeconds(), summary.letters() - summary.done(), data.log()));
        yield 1;
      }
    };
  }
}
