package org.openimr.standalone.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openimr.cli.console.CliLogging;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.sink.reconcile.report.ReconciliationReportText;
import org.openimr.standalone.pipeline.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code imr sinks trial}. */
@Command(
    name = "trial",
    description =
        "Test lake and database under faults: generate letters, kill the worker and restart the"
            + " database under load, then compare by key. Without faults, measure throughput.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "5 %% of the letters are duplicates and 5 %% are revisions of an earlier letter.",
      "",
      "Examples:",
      "  imr sinks trial                                    2,000 letters, one kill, one restart",
      "  imr sinks trial --letters 200000 --kills 3         some minutes, 10 GB of disk",
      "  imr sinks trial --letters 100000 --kills 0 --restarts 0 --sinks lake",
      "",
      "Exit code 1: lake, database and topics differ."
    })
public final class SinkTrialCommand implements Callable<Integer> {
  private static final int MAX_DIFFERENCES = 20;

  private final Console console;

  @Option(
      names = "--letters",
      paramLabel = "N",
      defaultValue = "2000",
      description = "Number of letters. Default: ${DEFAULT-VALUE}.")
  private int letters;

  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "1",
      description = "Number of times the worker is killed. Default: ${DEFAULT-VALUE}.")
  private int kills;

  @Option(
      names = "--restarts",
      paramLabel = "N",
      defaultValue = "1",
      description = "Number of database restarts. Default: ${DEFAULT-VALUE}.")
  private int restarts;

  @Option(
      names = "--commit",
      paramLabel = "MS",
      defaultValue = "5000",
      description = "Commit interval of the lake in milliseconds. Default: ${DEFAULT-VALUE}.")
  private long commit;

  @Option(
      names = "--sinks",
      split = ",",
      paramLabel = "SINK",
      defaultValue = "lake,database",
      description = "Sinks to test. Default: ${DEFAULT-VALUE}.")
  private List<String> sinks;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder for all data, which is kept. Default: a temporary folder.")
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
    try (DataDirectory directory = DataDirectory.open(data, data.isPresent())) {
      CliLogging.toFile(directory.log());
      SinkResilienceRun.TrialResult result =
          SinkResilienceRun.run(directory, plan, console::progress);
      console.status("");
      ReconciliationReportText.lines(result.report(), MAX_DIFFERENCES).forEach(console::line);
      console.line("");
      printRates("published", result.published(), result);
      printRates("held by all sinks", result.held(), result);
      return result.report().isEqual() ? ExitCode.OK : ExitCode.FINDINGS;
    }
  }

  private void printRates(String label, Duration time, SinkResilienceRun.TrialResult result) {
    double seconds = time.toMillis() / 1000.0;
    console.line(
        "%-18s after %,.1f s: %,.0f letters/s, %,.0f items/s"
            .formatted(
                label,
                seconds,
                letters / seconds,
                result.report().events().itemEvents() / seconds));
  }
}
