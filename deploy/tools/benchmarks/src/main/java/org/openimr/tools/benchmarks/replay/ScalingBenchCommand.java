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
      "Measure enrich as imr bench replay does, and change one parameter at a time: partitions,"
          + " instances, stored cases, commit interval, producer batch size, stream threads, heap."
          + " Each value is a separate run with its own letters."
    },
    footer = {
      "",
      "Each parameter has its own plot, for example scaling-partitions.svg.",
      "",
      "Examples:",
      "  imr bench scaling --letters 150000 --parameter partitions,instances",
      "  imr bench scaling --letters 150000 --parameter store   0, 400,000 and 1,700,000 cases",
      "  imr bench scaling --letters 20000 --parameter commit --out curves"
    })
public final class ScalingBenchCommand implements Callable<Integer> {
  private static final double MIB = 1024 * 1024;

  @Spec private CommandSpec spec;
  @Mixin private ReplayOptions options;

  @Option(
      names = "--parameter",
      paramLabel = "NAME",
      split = ",",
      description = "One or more of ${COMPLETION-CANDIDATES}. Default: all.")
  private List<ScalingParameter> parameters = List.of(ScalingParameter.values());

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.bench.validate(spec);
    BenchmarkReport report = new BenchmarkReport("scaling", options.describe());
    report.table(
        "changed parameter",
        "letters/s",
        "enrich, per letter",
        "broker, per letter",
        "memory",
        "store");
    List<PlotPanel> all = new ArrayList<>();
    for (ScalingParameter parameter : parameters) {
      List<PlotPanel> panels = curves(report, parameter);
      Files.writeString(
          options.bench.out.resolve("scaling-" + parameter + ".svg"),
          SvgPlot.svg("imr bench scaling --parameter " + parameter, panels, panels.size()));
      all.addAll(panels);
      report.writeJson(options.bench.out, all);
    }
    report.print(spec.commandLine().getOut());
    return 0;
  }

  private List<PlotPanel> curves(BenchmarkReport report, ScalingParameter parameter)
      throws IOException, InterruptedException {
    List<ReplayResult> runs = new ArrayList<>();
    for (int value : parameter.steps()) {
      new BenchmarkProgress().show(parameter.describe(value));
      ReplayResult run = run(options.with(changed -> parameter.set(changed, value)));
      runs.add(run);
      report.addRow(parameter.describe(value), cells(run));
    }
    return List.of(
        panel("letters per second", parameter, runs, run -> run.steadyState().rate()),
        panel("CPU time per letter, µs", parameter, runs, ScalingBenchCommand::cost),
        panel("memory per process, MiB", parameter, runs, run -> run.peakBytes() / MIB));
  }

  private static ReplayResult run(ReplayOptions options) throws IOException, InterruptedException {
    try (RunDirectory temporary = RunDirectory.createTemporary();
        BenchmarkCluster cluster =
            BenchmarkCluster.start(temporary.path(), options.partitions, options.bench)) {
      ReplayRun replay = new ReplayRun(cluster, options);
      replay.prepare();
      return replay.runEnrich();
    }
  }

  private static PlotPanel panel(
      String title,
      ScalingParameter parameter,
      List<ReplayResult> runs,
      ToDoubleFunction<ReplayResult> value) {
    return PlotPanel.overValues(
        title,
        parameter.axisLabel(),
        Arrays.stream(parameter.steps()).mapToObj(ScalingParameter::label).toList(),
        IntStream.range(0, runs.size())
            .mapToObj(i -> new PlotPanel.Point(i, value.applyAsDouble(runs.get(i))))
            .toList());
  }

  private static double cost(ReplayResult run) {
    return run.steadyState().processorMicros() + run.steadyState().brokerMicros();
  }

  private static String[] cells(ReplayResult run) {
    return new String[] {
      format("%,.0f", run.steadyState().rate()),
      format("%.0f µs", run.steadyState().processorMicros()),
      format("%.0f µs", run.steadyState().brokerMicros()),
      formatMib(run.peakBytes()),
      formatMib(run.stateBytes())
    };
  }
}
