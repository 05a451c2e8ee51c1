package org.openimr.chaos;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.openimr.chaos.process.Processes;
import org.openimr.chaos.verify.Fault;
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
    Plan plan =
        new Plan(
            kills.orElse(mutated ? 0 : SHORT_KILLS),
            letters,
            mutated,
            seed,
            Duration.ofSeconds(every));
    try (RunFolder folder = RunFolder.open(data);
        Processes processes = Processes.in(folder.path(), plan.kills() > 0, Map.of())) {
      Ending.with(processes, folder);
      Report result = run(plan, folder, processes);
      if (!result.right()) {
        folder.keep();
        spec.commandLine().getErr().println("The data and the logs are in " + folder.path());
      }
      return result.right() ? 0 : 1;
    }
  }

  private Report run(Plan plan, RunFolder folder, Processes processes)
      throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Display display = new Display(spec.commandLine().getErr());
    try {
      Report result = new ChaosRun(plan, folder.path(), display).run(processes);
      display.end();
      result.table().forEach(out::println);
      result.verdict().named().stream().limit(SHOWN).map(ChaosCommand::shown).forEach(out::println);
      Path file = ReportFiles.write(report, plan.damaged() ? "mutated" : "chaos", result);
      out.println("report: " + file.toAbsolutePath());
      out.flush();
      return result;
    } catch (IOException | RuntimeException e) {
      folder.keep();
      display.end();
      display.line("the data and the logs are in " + folder.path());
      throw e;
    }
  }

  private static String shown(Fault fault) {
    return "  %s %s: %s".formatted(fault.kind(), fault.caseKey(), fault.what());
  }
}
