package org.openimr.standalone.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openimr.cli.console.CliLogging;
import org.openimr.cli.console.Console;
import org.openimr.sink.reconcile.report.ReconciliationReportText;
import org.openimr.standalone.pipeline.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code imr sinks trial}. */
@Command(
    name = "trial",
    description =
        "Puts lake and database to the test: letters made up, the worker killed and the database"
            + " restarted under load, then a comparison by key. Without kills it measures.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "Of the letters 5 %% are sent again and 5 %% are revisions of an earlier one.",
      "",
      "Examples:",
      "  imr sinks trial                                    2,000 letters, one kill, one restart",
      "  imr sinks trial --letters 200000 --kills 3         some minutes, 10 GB of disk",
      "  imr sinks trial --letters 100000 --kills 0 --restarts 0 --sinks lake",
      "",
      "Exit codes: 0 lake, database and topics hold the same, 1 they don't, 2 wrong usage."
    })
public final class SinkTrialCommand implements Callable<Integer> {
  private static final int MOST_DIFFERENCES = 20;

  private final Console console;

  @Option(names = "--letters", paramLabel = "N", defaultValue = "2000", description = "How many.")
  private int letters;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "1",
      description = "kill -9 of the worker.")
  private int kills;

  @Option(
      names = "--restarts",
      paramLabel = "N",
      defaultValue = "1",
      description = "Restarts of the database.")
  private int restarts;

  @Option(
      names = "--commit",
      paramLabel = "MS",
      defaultValue = "5000",
      description = "Between two commits of the lake: ${DEFAULT-VALUE} ms.")
  private long commit;

  @Option(
      names = "--sinks",
      split = ",",
      paramLabel = "SINK",
      defaultValue = "lake,database",
      description = "${DEFAULT-VALUE}, or one of them.")
  private List<String> sinks;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder for all of it, kept. Without it: a temporary one.")
  private Optional<Path> data = Optional.empty();

  public SinkTrialCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    int databaseRestarts = sinks.contains("database") ? restarts : 0;
    SinkResilienceRun.TrialPlan plan =
        new SinkResilienceRun.TrialPlan(
            Math.max(1, letters), kills, databaseRestarts, commit, sinks);
    try (DataDirectory folder = DataDirectory.open(data, data.isPresent())) {
      CliLogging.toFile(folder.log());
      SinkResilienceRun.TrialResult outcome =
          SinkResilienceRun.run(folder, plan, console::progress);
      console.status("");
      ReconciliationReportText.lines(outcome.report(), MOST_DIFFERENCES).forEach(console::line);
      console.line("");
      tell("published", outcome.published(), outcome);
      tell("held by all sinks", outcome.held(), outcome);
      return outcome.report().isEqual() ? 0 : 1;
    }
  }

  private void tell(String what, Duration time, SinkResilienceRun.TrialResult outcome) {
    double seconds = time.toMillis() / 1000.0;
    console.line(
        "%-18s after %,.1f s: %,.0f letters/s, %,.0f items/s"
            .formatted(
                what,
                seconds,
                letters / seconds,
                outcome.report().events().itemEvents() / seconds));
  }
}
