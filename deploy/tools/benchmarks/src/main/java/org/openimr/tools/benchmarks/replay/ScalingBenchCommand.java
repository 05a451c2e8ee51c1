package org.openimr.tools.benchmarks.replay;

import static org.openimr.tools.benchmarks.report.BenchmarkReport.format;
import static org.openimr.tools.benchmarks.report.BenchmarkReport.formatMib;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.openimr.tools.benchmarks.cluster.BenchmarkCluster;
import org.openimr.tools.benchmarks.cluster.BenchmarkProgress;
import org.openimr.tools.benchmarks.cluster.RunDirectory;
import org.openimr.tools.benchmarks.report.BenchmarkReport;
import org.openimr.tools.benchmarks.report.PlotPanel;
import org.openimr.tools.benchmarks.report.SvgPlot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code imr bench scaling}. */
@Command(
    name = "scaling",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures enrich alone, as imr bench replay does, with one thing changed at a time: partitions,"
          + " instances, cases in the store, the commit interval, the producer's batch, stream"
          + " threads, heap. Each figure is a run of its own, with its own letters."
    },
    footer = {
      "",
      "Each of --of is a table, and a plot of its own: scaling-partitions.svg and so on.",
      "",
      "Examples:",
      "  imr bench scaling --letters 150000 --of partitions,instances",
      "  imr bench scaling --letters 150000 --of store     0, 400,000 and 1,700,000 cases known",
      "  imr bench scaling --letters 20000 --of commit --out curves"
    })
public final class ScalingBenchCommand implements Callable<Integer> {
  private static final double MIB = 1024 * 1024;

  @Spec private CommandSpec spec;
  @Mixin private ReplayOptions options;

  @Option(
      names = "--of",
      paramLabel = "WHAT",
      split = ",",
      description = "only these: ${COMPLETION-CANDIDATES}")
  private List<ScalingParameter> only = List.of(ScalingParameter.values());

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.bench.validate(spec);
    BenchmarkReport measured = new BenchmarkReport("scaling", options.described());
    measured.table(
        "one thing changed",
        "letters/s",
        "enrich, a letter",
        "broker, a letter",
        "memory",
        "store");
    List<PlotPanel> all = new ArrayList<>();
    for (ScalingParameter what : only) {
      List<PlotPanel> panels = curves(measured, what);
      Files.writeString(
          options.bench.out.resolve("scaling-" + what + ".svg"),
          SvgPlot.svg("imr bench scaling --of " + what, panels, panels.size()));
      all.addAll(panels);
      measured.writeJson(options.bench.out, all);
    }
    measured.print(spec.commandLine().getOut());
    return 0;
  }

  private List<PlotPanel> curves(BenchmarkReport measured, ScalingParameter what)
      throws IOException, InterruptedException {
    List<ReplayResult> runs = new ArrayList<>();
    for (int value : what.steps()) {
      new BenchmarkProgress().show(what.described(value));
      ReplayResult run = run(options.with(changed -> what.set(changed, value)));
      runs.add(run);
      measured.addRow(what.described(value), figures(run));
    }
    return List.of(
        panel("letters a second", what, runs, run -> run.steadyState().rate()),
        panel("µs of processor a letter", what, runs, ScalingBenchCommand::cost),
        panel("memory of a process, MiB", what, runs, run -> run.peakBytes() / MIB));
  }

  private static ReplayResult run(ReplayOptions options) throws IOException, InterruptedException {
    try (RunDirectory temporary = RunDirectory.createTemporary();
        BenchmarkCluster stack =
            BenchmarkCluster.start(temporary.path(), options.partitions, options.bench)) {
      ReplayRun replay = new ReplayRun(stack, options);
      replay.prepare();
      return replay.runEnrich();
    }
  }

  private static PlotPanel panel(
      String title,
      ScalingParameter what,
      List<ReplayResult> runs,
      ToDoubleFunction<ReplayResult> figure) {
    return PlotPanel.overValues(
        title,
        what.axisLabel(),
        Arrays.stream(what.steps()).mapToObj(ScalingParameter::label).toList(),
        IntStream.range(0, runs.size())
            .mapToObj(i -> new PlotPanel.Point(i, figure.applyAsDouble(runs.get(i))))
            .toList());
  }

  private static double cost(ReplayResult run) {
    return run.steadyState().processorMicros() + run.steadyState().brokerMicros();
  }

  private static String[] figures(ReplayResult run) {
    return new String[] {
      format("%,.0f", run.steadyState().rate()),
      format("%.0f µs", run.steadyState().processorMicros()),
      format("%.0f µs", run.steadyState().brokerMicros()),
      formatMib(run.peakBytes()),
      formatMib(run.stateBytes())
    };
  }
}
