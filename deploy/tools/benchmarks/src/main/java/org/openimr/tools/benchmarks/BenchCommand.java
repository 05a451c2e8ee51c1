package org.openimr.tools.benchmarks;

import org.openimr.tools.benchmarks.ingest.IngestBenchCommand;
import org.openimr.tools.benchmarks.latency.LatencyBenchCommand;
import org.openimr.tools.benchmarks.replay.ReplayBenchCommand;
import org.openimr.tools.benchmarks.replay.ScalingBenchCommand;
import org.openimr.tools.benchmarks.replay.SinksBenchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code imr bench}. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measure the pipeline on this machine, with a baseline for each result.",
    subcommands = {
      ReplayBenchCommand.class,
      LatencyBenchCommand.class,
      IngestBenchCommand.class,
      SinksBenchCommand.class,
      ScalingBenchCommand.class
    },
    footer = {
      "",
      "Broker, registry and services run as separate processes on the loopback interface, with a"
          + " temporary directory, and stop with the command. Results are printed as a table, and"
          + " written to --out as JSON with a plot.",
      "",
      "Examples:",
      "  imr bench replay                          200,000 letters, a few minutes",
      "  imr bench replay --letters 1700000        all published letters; needs 40 GB of disk",
      "  imr bench replay --store 1700000          with the cases of all published letters stored"
          + " before",
      "  imr bench latency --seconds 600           50 letters/s for ten minutes",
      "  imr bench ingest                          texts over HTTP, then PDFs",
      "  imr bench sinks --letters 20000           events to the lake and to the database",
      "  imr bench scaling --parameter partitions,store"
    })
public final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Specify a benchmark.");
  }

  /** Runs the command without the other commands. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new BenchCommand()).execute(arguments));
  }
}
