package org.openimr.benchmarks.pipeline;

import static org.openimr.benchmarks.pipeline.Measured.figure;
import static org.openimr.benchmarks.pipeline.Measured.mib;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
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
final class ScalingBench implements Callable<Integer> {
  private static final double MIB = 1024 * 1024;

  @Spec private CommandSpec spec;
  @Mixin private ReplayOptions options;

  @Option(
      names = "--of",
      paramLabel = "WHAT",
      split = ",",
      description = "only these: ${COMPLETION-CANDIDATES}")
  private List<Curve> only = List.of(Curve.values());

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.bench.check(spec);
    Measured measured = new Measured("scaling", options.described());
    measured.table(
        "one thing changed",
        "letters/s",
        "enrich, a letter",
        "broker, a letter",
        "memory",
        "store");
    List<Panel> all = new ArrayList<>();
    for (Curve what : only) {
      List<Panel> panels = curves(measured, what);
      Files.writeString(
          options.bench.out.resolve("scaling-" + what + ".svg"),
          Plot.svg("imr bench scaling --of " + what, panels, panels.size()));
      all.addAll(panels);
      measured.writeJson(options.bench.out, all);
    }
    measured.print(spec.commandLine().getOut());
    return 0;
  }

  private List<Panel> curves(Measured measured, Curve what)
      throws IOException, InterruptedException {
    List<Run> runs = new ArrayList<>();
    for (int value : what.tried()) {
      new Progress().show(what.described(value));
      Run run = run(options.with(changed -> what.set(changed, value)));
      runs.add(run);
      measured.add(what.described(value), figures(run));
    }
    return List.of(
        panel("letters a second", what, runs, run -> run.warm().rate()),
        panel("µs of processor a letter", what, runs, ScalingBench::cost),
        panel("memory of a process, MiB", what, runs, run -> run.peakBytes() / MIB));
  }

  private static Run run(ReplayOptions options) throws IOException, InterruptedException {
    try (Folders temporary = Folders.temporary();
        Stack stack = Stack.start(temporary.folder(), options.partitions, options.bench)) {
      Replay replay = new Replay(stack, options);
      replay.prepare();
      return replay.enrich();
    }
  }

  private static Panel panel(
      String title, Curve what, List<Run> runs, ToDoubleFunction<Run> figure) {
    return Panel.overValues(
        title,
        what.along(),
        Arrays.stream(what.tried()).mapToObj(Curve::label).toList(),
        IntStream.range(0, runs.size())
            .mapToObj(i -> new Panel.Point(i, figure.applyAsDouble(runs.get(i))))
            .toList());
  }

  private static double cost(Run run) {
    return run.warm().processorMicros() + run.warm().brokerMicros();
  }

  private static String[] figures(Run run) {
    return new String[] {
      figure("%,.0f", run.warm().rate()),
      figure("%.0f µs", run.warm().processorMicros()),
      figure("%.0f µs", run.warm().brokerMicros()),
      mib(run.peakBytes()),
      mib(run.stateBytes())
    };
  }
}
