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
      "Run the pipeline as local processes, kill them at random while letters are sent, and verify"
          + " that nothing was lost, duplicated or partially published.",
      "",
      "The broker, the registry, ingest, two instances of enrich and the verifier are separate"
          + " processes on free ports of 127.0.0.1. The letters are synthetic, so the expected"
          + " outcome of each is known. Ctrl-C stops all processes.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  imr chaos                                 10 kills, 5,000 letters; takes about a minute",
      "  imr chaos --kills 50 --letters 200000     a long run",
      "  imr chaos --mutated --letters 1000000     damaged letters and PDFs, no kills",
      "  imr chaos --restart                       kill -9 of enrich with 1.7 million stored cases",
      "",
      "Exit codes: 0 if the verification passed; 1 if it failed: violations are listed, data is"
          + " kept."
    })
public final class ChaosCommand implements Callable<Integer> {
  private static final int DEFAULT_KILLS = 10;
  private static final int DEFAULT_LETTERS = 5_000;
  private static final int MAX_PRINTED_VIOLATIONS = 20;

  @Spec private CommandSpec spec;

  @Option(
      names = "--kills",
      paramLabel = "N",
      description = "Number of kills. Default: 10, or 0 with --mutated.")
  private Optional<Integer> kills = Optional.empty();

  @Option(names = "--letters", paramLabel = "N", description = "Number of letters. Default: 5000.")
  private int letters = DEFAULT_LETTERS;

  @Option(names = "--mutated", description = "Send damaged letters, of which 1 in 20 is a PDF.")
  private boolean mutated;

  @Option(
      names = "--restart",
      description = "Measure instead how soon enrich resumes processing with many stored cases.")
  private boolean restart;

  @Option(
      names = "--cases",
      paramLabel = "N",
      description = "Number of cases for --restart. Default: 1700000.")
  private int cases = 1_700_000;

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      description = "Mean time between two kills. Default: 4.")
  private int intervalSeconds = 4;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of letters and kills. Default: 1.")
  private long seed = 1;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Directory of the report. Default: chaos-report.")
  private Path report = Path.of("chaos-report");

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Directory for all data of the run, kept afterwards. Default: a temporary directory.")
  private Optional<Path> data = Optional.empty();

  @Override
  public Integer call() throws IOException, InterruptedException {
    return restart ? runRestart() : runChaos();
  }

  private int runRestart() throws IOException, InterruptedException {
    try (ChaosRunDirectory directory = ChaosRunDirectory.open(data);
        ProcessCluster processes =
            ProcessCluster.create(directory.path(), false, RestartRun.STANDBY)) {
      CleanupHook.register(processes, directory);
      ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
      PrintWriter out = spec.commandLine().getOut();
      RestartReport result =
          keepingOnFailure(
              directory,
              progress,
              () -> new RestartRun(cases, seed, directory.path(), progress).run(processes));
      progress.finish();
      result.table().forEach(out::println);
      out.println("report: " + result.write(report).toAbsolutePath());
      out.flush();
      return exitCode(result.passed(), directory);
    }
  }

  private int exitCode(boolean passed, ChaosRunDirectory directory) {
    if (!passed) {
      directory.keep();
      spec.commandLine().getErr().println("Data and logs: " + directory.path());
    }
    return passed ? 0 : 1;
  }

  private interface Work<T> {
    T run() throws IOException, InterruptedException;
  }

  /** Keeps the directory if the work fails. */
  private static <T> T keepingOnFailure(
      ChaosRunDirectory directory, ConsoleProgress progress, Work<T> work)
      throws IOException, InterruptedException {
    try {
      return work.run();
    } catch (IOException | RuntimeException e) {
      directory.keep();
      progress.finish();
      progress.printLine("data and logs: " + directory.path());
      throw e;
    }
  }

  private int runChaos() throws IOException, InterruptedException {
    ChaosConfig config =
        new ChaosConfig(
            kills.orElse(mutated ? 0 : DEFAULT_KILLS),
            letters,
            mutated,
            seed,
            Duration.ofSeconds(intervalSeconds));
    try (ChaosRunDirectory directory = ChaosRunDirectory.open(data);
        ProcessCluster processes =
            ProcessCluster.create(directory.path(), config.kills() > 0, Map.of())) {
      CleanupHook.register(processes, directory);
      ConsoleProgress progress = new ConsoleProgress(spec.commandLine().getErr());
      ChaosReport result =
          keepingOnFailure(
              directory,
              progress,
              () -> new ChaosRun(config, directory.path(), progress).run(processes));
      progress.finish();
      print(result);
      return exitCode(result.passed(), directory);
    }
  }

  private void print(ChaosReport result) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    result.table().forEach(out::println);
    result.verdict().named().stream()
        .limit(MAX_PRINTED_VIOLATIONS)
        .map(ChaosCommand::format)
        .forEach(out::println);
    Path file =
        ChaosReportWriter.write(report, result.plan().damaged() ? "mutated" : "chaos", result);
    out.println("report: " + file.toAbsolutePath());
    out.flush();
  }

  private static String format(Violation violation) {
    return "  %s %s: %s".formatted(violation.kind(), violation.caseKey(), violation.what());
  }
}
