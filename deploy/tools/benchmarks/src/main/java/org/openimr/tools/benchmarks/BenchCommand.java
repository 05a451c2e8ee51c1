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
    description = "Measures the pipeline on this machine, each figure with a yardstick beside it.",
    subcommands = {
      ReplayBenchCommand.class,
      LatencyBenchCommand.class,
      IngestBenchCommand.class,
      SinksBenchCommand.class,
      ScalingBenchCommand.class
    },
    footer = {
      "",
      "Broker, registry and services run as processes of their own on loopback, over a temporary"
          + " folder; they end with the command. Figures are printed as a table and written as JSON"
          + " with a plot to --out.",
      "",
      "Examples:",
      "  imr bench replay                          200,000 letters, a few minutes",
      "  imr bench replay --letters 1700000        the whole history; needs 40 GB of disk",
      "  imr bench replay --store 1700000          with the cases of the whole history known before",
      "  imr bench latency --seconds 600           50 letters/s for ten minutes",
      "  imr bench ingest                          texts by HTTP, then PDFs through the workers",
      "  imr bench sinks --letters 20000           events into the lake and into the database",
      "  imr bench scaling --of partitions,store   one thing changed at a time"
    })
public final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name what is to be measured.");
  }

  /** The command on its own, as {@code deploy/imr} shows it. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new BenchCommand()).execute(arguments));
  }
}
