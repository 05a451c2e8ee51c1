package org.openimr.tools.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openimr.tools.chaos.load.ChaosConfig;
import org.openimr.tools.chaos.process.ProcessCluster;
import org.openimr.tools.chaos.report.ChaosReport;
import org.openimr.tools.chaos.report.ChaosReportWriter;
import org.openimr.tools.chaos.report.RestartReport;
import org.openimr.tools.chaos.verify.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code imr chaos}. */
@Command(
    name = "chaos",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the pipeline as processes of this machine, kills them at random while letters flow, and"
          + " proves that nothing was lost, doubled or half published.",
      "",
      "Broker, registry, ingest, two of enrich and the one that compares are processes of their own,"
          + " on 127.0.0.1 and free ports. Letters are made up, so it is known what has to become of"
          + " each. Ctrl-C ends all of them.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  imr chaos                                 10 kills, 5,000 letters, about a minute",
      "  imr chaos --kills 50 --letters 200000     the long run",
      "  imr chaos --mutated --letters 1000000     damaged letters and PDFs, no kills",
      "  imr chaos --restart                       kill -9 of enrich with 1.7 million cases",
      "",
      "Exit code: 0 if all is as it has to be; 1 if not: the cases are named, the data is kept."
    })
public final class ChaosCommand implements Callable<Integer> {
  private static final int SHORT_KILLS = 10;
  private static final int SHORT_LETTERS = 5_000;
  private static final int SHOWN = 20;

  @Spec private CommandSpec spec;

  @Option(names = "--kills", paramLabel = "N", description = "Kills: 10; with --mutated none.")
  private Optional<Integer> kills = Optional.empty();

  @Option(names = "--letters", paramLabel = "N", description = "Letters: 5000.")
  private int letters = SHORT_LETTERS;

  @Option(names = "--mutated", description = "Damaged letters, 1 in 20 a PDF.")
  private boolean mutated;

  @Option(
      names = "--restart",
      description = "Measures instead how soon enrich is back at work with many cases stored.")
  private boolean restart;

  @Option(names = "--cases", paramLabel = "N", description = "Cases for --restart: 1700000.")
  private int cases = 1_700_000;

  @Option(
      names = "--every",
      paramLabel = "SECONDS",
      description = "Mean time between two kills: 4.")
  private int every = 4;

  @Option(names = "--seed", paramLabel = "S", description = "Of letters and kills: 1.")
  private long seed = 1;

  @Option(names = "--report", paramLabel = "DIR", description = "For the report: chaos-report.")
  private Path report = Path.of("chaos-report");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "For all data of the run, which is kept then. Without it: a temporary folder.")
  private Optional<Path> data = Optional.empty();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return restart ? restart() : chaos();
  }

  private int restart() throws IOException, InterruptedException {
    try (ChaosRunDirectory folder = ChaosRunDirectory.open(data);
        ProcessCluster processes =
            ProcessCluster.create(folder.path(), false, RestartRun.STANDBY)) {
      CleanupHook.register(processes, folder);
      ConsoleProgress display = new ConsoleProgress(spec.commandLine().getErr());
      PrintWriter out = spec.commandLine().getOut();
      RestartReport result =
          keeping(
              folder,
              display,
              () -> new RestartRun(cases, seed, folder.path(), display).run(processes));
      display.finish();
      result.table().forEach(out::println);
      out.println("report: " + result.write(report).toAbsolutePath());
      out.flush();
      return ended(result.passed(), folder);
    }
  }

  private int ended(boolean right, ChaosRunDirectory folder) {
    if (!right) {
      folder.keep();
      spec.commandLine().getErr().println("The data and the logs are in " + folder.path());
    }
    return right ? 0 : 1;
  }

  private interface Work<T> {
    T run() throws IOException, InterruptedException;
  }

  /** Keeps the folder if the work fails. */
  private static <T> T keeping(ChaosRunDirectory folder, ConsoleProgress display, Work<T> work)
      throws IOException, InterruptedException {
    try {
      return work.run();
    } catch (IOException | RuntimeException e) {
      folder.keep();
      display.finish();
      display.printLine("the data and the logs are in " + folder.path());
      throw e;
    }
  }

  private int chaos() throws IOException, InterruptedException {
    ChaosConfig plan =
        new ChaosConfig(
            kills.orElse(mutated ? 0 : SHORT_KILLS),
            letters,
            mutated,
            seed,
            Duration.ofSeconds(every));
    try (ChaosRunDirectory folder = ChaosRunDirectory.open(data);
        ProcessCluster processes =
            ProcessCluster.create(folder.path(), plan.kills() > 0, Map.of())) {
      CleanupHook.register(processes, folder);
      ConsoleProgress display = new ConsoleProgress(spec.commandLine().getErr());
      ChaosReport result =
          keeping(folder, display, () -> new ChaosRun(plan, folder.path(), display).run(processes));
      display.finish();
      print(result);
      return ended(result.passed(), folder);
    }
  }

  private void print(ChaosReport result) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    result.table().forEach(out::println);
    result.verdict().named().stream().limit(SHOWN).map(ChaosCommand::shown).forEach(out::println);
    Path file =
        ChaosReportWriter.write(report, result.plan().damaged() ? "mutated" : "chaos", result);
    out.println("report: " + file.toAbsolutePath());
    out.flush();
  }

  private static String shown(Violation fault) {
    return "  %s %s: %s".formatted(fault.kind(), fault.caseKey(), fault.what());
  }
}
