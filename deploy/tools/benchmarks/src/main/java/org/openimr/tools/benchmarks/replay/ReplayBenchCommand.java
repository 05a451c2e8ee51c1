package org.openimr.tools.benchmarks.replay;

import static org.openimr.tools.benchmarks.report.BenchmarkReport.format;
import static org.openimr.tools.benchmarks.report.BenchmarkReport.formatMib;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openimr.tools.benchmarks.baseline.BrokerBaseline;
import org.openimr.tools.benchmarks.cluster.BenchmarkCluster;
import org.openimr.tools.benchmarks.cluster.LettersTopicLoader;
import org.openimr.tools.benchmarks.cluster.RunDirectory;
import org.openimr.tools.benchmarks.report.BenchmarkReport;
import org.openimr.tools.benchmarks.report.PlotPanel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code imr bench replay}. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measure the rate of a replay: generated letters are written to the letters topic, then"
          + " enrich processes all of them with exactly-once processing. The baselines are a"
          + " pass-through topology that reads the same letters and writes existing records of the"
          + " same number and size, and kafka-producer-perf-test and kafka-consumer-perf-test with"
          + " records of the sizes of letters and events."
    },
    footer = {
      "",
      "Examples:",
      "  imr bench replay --letters 200000     takes about two minutes",
      "  imr bench replay --no-baselines       without baselines",
      "  imr bench replay --kafka commit.interval.ms=200 --heap 768",
      "  imr bench replay --letters 1700000    all published letters: ten minutes, 40 GB of disk"
    })
public final class ReplayBenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ReplayOptions options;

  @Option(names = "--no-baselines", description = "Skip the baselines.")
  private boolean noBaselines;

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.bench.validate(spec);
    try (RunDirectory temporary = RunDirectory.createTemporary();
        BenchmarkCluster cluster =
            BenchmarkCluster.start(temporary.path(), options.partitions, options.bench)) {
      ReplayRun replay = new ReplayRun(cluster, options);
      LettersTopicLoader letters = replay.prepare();
      ReplayResult enrich = replay.runEnrich();
      BenchmarkReport report = new BenchmarkReport("replay", options.describe());
      describe(report, letters, enrich);
      LetterCosts costs =
          LetterCosts.of(cluster, enrich, letters.written(), letters.written() + options.store);
      List<PlotPanel> panels = new ArrayList<>(enrich.panels());
      if (!noBaselines) {
        ReplayResult passThrough = replay.runPassThrough();
        compare(report, enrich, passThrough);
        panels.addAll(passThrough.panels());
        BrokerBaseline.measure(report, cluster, options.partitions, letters.written());
      }
      costs.describe(report, enrich);
      report.print(spec.commandLine().getOut());
      report.write(options.bench.out, panels);
      return 0;
    }
  }

  private static void describe(
      BenchmarkReport report, LettersTopicLoader letters, ReplayResult run) {
    ReplayTimeline.Interval whole = run.whole();
    report
        .addRow("letters", format("%,d", letters.written()))
        .addRow("text", format("%,.0f MB", letters.bytes() / 1e6))
        .addRow(
            "from the start to the last commit", format("%.1f s", whole.length().toMillis() / 1e3))
        .addRow("letters/s, overall", format("%,.0f", whole.rate()))
        .addRow(
            "letters/s, steady state (20 % to 98 %)", format("%,.0f", run.steadyState().rate()));
    describeCpuTime(report, run);
    report
        .addRow("peak resident memory of enrich", formatMib(run.peakBytes()))
        .addRow("peak resident memory of the broker", formatMib(run.brokerPeakBytes()))
        .addRow("stores of enrich on disk", formatMib(run.stateBytes()));
  }

  private static void describeCpuTime(BenchmarkReport report, ReplayResult run) {
    ReplayTimeline.Interval whole = run.whole();
    ReplayTimeline.Interval steady = run.steadyState();
    report
        .addRow(
            "CPU time per letter, steady state: " + run.name(),
            format("%.0f µs", steady.processorMicros()))
        .addRow(
            "CPU time per letter, steady state: broker for " + run.name(),
            format("%.0f µs", steady.brokerMicros()))
        .addRow(
            "CPU time per letter, including the start: broker and " + run.name(),
            format("%.0f µs", whole.processorMicros() + whole.brokerMicros()));
  }

  private static void compare(
      BenchmarkReport report, ReplayResult enrich, ReplayResult passThrough) {
    report.addRow(
        "pass-through topology, letters/s, steady state",
        format("%,.0f", passThrough.steadyState().rate()));
    describeCpuTime(report, passThrough);
    report
        .addRow(
            "enrich : pass-through, letters/s",
            ratio(enrich.steadyState().rate(), passThrough.steadyState().rate()))
        .addRow("enrich : pass-through, CPU time", ratio(cost(passThrough), cost(enrich)));
  }

  private static double cost(ReplayResult run) {
    return run.steadyState().processorMicros() + run.steadyState().brokerMicros();
  }

  private static String ratio(double one, double other) {
    return format("%.2f", one / other);
  }
}
