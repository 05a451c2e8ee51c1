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
      "Measures how fast the history is read again: generated letters are written to the letters"
          + " topic first, then enrich reads them all, exactly once. The yardstick, a topology that"
          + " writes ready-made records of the same number and size, reads the same letters after it;"
          + " then Kafka's own kafka-producer-perf-test and kafka-consumer-perf-test say what the"
          + " broker can do with records of a letter's and of an event's size."
    },
    footer = {
      "",
      "Examples:",
      "  imr bench replay --letters 200000     some two minutes",
      "  imr bench replay --alone              the same without yardsticks",
      "  imr bench replay --kafka commit.interval.ms=200 --heap 768",
      "  imr bench replay --letters 1700000    the whole history: ten minutes, 40 GB of disk"
    })
public final class ReplayBenchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ReplayOptions options;

  @Option(names = "--alone", description = "leaves the yardsticks out")
  private boolean alone;

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.bench.validate(spec);
    try (RunDirectory temporary = RunDirectory.createTemporary();
        BenchmarkCluster stack =
            BenchmarkCluster.start(temporary.path(), options.partitions, options.bench)) {
      ReplayRun replay = new ReplayRun(stack, options);
      LettersTopicLoader written = replay.prepare();
      ReplayResult enrich = replay.runEnrich();
      BenchmarkReport measured = new BenchmarkReport("replay", options.described());
      describe(measured, written, enrich);
      LetterCosts costs =
          LetterCosts.of(stack, enrich, written.written(), written.written() + options.store);
      List<PlotPanel> panels = new ArrayList<>(enrich.panels());
      if (!alone) {
        ReplayResult identity = replay.runPassThrough();
        compare(measured, enrich, identity);
        panels.addAll(identity.panels());
        BrokerBaseline.measure(measured, stack, options.partitions, written.written());
      }
      costs.describe(measured, enrich);
      measured.print(spec.commandLine().getOut());
      measured.write(options.bench.out, panels);
      return 0;
    }
  }

  private static void describe(
      BenchmarkReport measured, LettersTopicLoader written, ReplayResult run) {
    ReplayTimeline.Interval whole = run.whole();
    measured
        .addRow("letters", format("%,d", written.written()))
        .addRow("their text", format("%,.0f MB", written.bytes() / 1e6))
        .addRow("from start to the last commit", format("%.1f s", whole.length().toMillis() / 1e3))
        .addRow("letters/s, all of it", format("%,.0f", whole.rate()))
        .addRow("letters/s, warm (20 % to 98 %)", format("%,.0f", run.steadyState().rate()));
    processor(measured, run);
    measured
        .addRow("resident memory of enrich, most", formatMib(run.peakBytes()))
        .addRow("resident memory of the broker, most", formatMib(run.brokerPeakBytes()))
        .addRow("stores of enrich on disk", formatMib(run.stateBytes()));
  }

  private static void processor(BenchmarkReport measured, ReplayResult run) {
    ReplayTimeline.Interval whole = run.whole();
    ReplayTimeline.Interval warm = run.steadyState();
    measured
        .addRow(
            "processor time a letter, warm: " + run.name(),
            format("%.0f µs", warm.processorMicros()))
        .addRow(
            "processor time a letter, warm: broker for " + run.name(),
            format("%.0f µs", warm.brokerMicros()))
        .addRow(
            "processor time a letter, start included: broker and " + run.name(),
            format("%.0f µs", whole.processorMicros() + whole.brokerMicros()));
  }

  private static void compare(
      BenchmarkReport measured, ReplayResult enrich, ReplayResult identity) {
    measured.addRow(
        "identity topology, letters/s, warm", format("%,.0f", identity.steadyState().rate()));
    processor(measured, identity);
    measured
        .addRow(
            "enrich : identity, letters/s",
            ratio(enrich.steadyState().rate(), identity.steadyState().rate()))
        .addRow("enrich : identity, by processor time", ratio(cost(identity), cost(enrich)));
  }

  private static double cost(ReplayResult run) {
    return run.steadyState().processorMicros() + run.steadyState().brokerMicros();
  }

  private static String ratio(double one, double other) {
    return format("%.2f", one / other);
  }
}
