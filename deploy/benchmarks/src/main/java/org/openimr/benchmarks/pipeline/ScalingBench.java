package org.openimr.benchmarks.pipeline;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
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
    footer = {"", "Examples:", "  imr bench scaling --letters 150000 --of partitions,instances"})
final class ScalingBench implements Callable<Integer> {
  private static final double MIB = 1024 * 1024;

  @Spec private CommandSpec spec;
  @Mixin private ReplayOptions options;

  @Option(
      names = "--of",
      paramLabel = "WHAT",
      split = ",",
      description = "only these: ${COMPLETION-CANDIDATES}")
  private List<What> only = List.of(What.values());

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/bench",
      description = "folder for JSON and plot: ${DEFAULT-VALUE}")
  private Path out;

  private final List<Plot.Panel> panels = new ArrayList<>();

  /** What is changed, and to which values. */
  enum What {
    partitions(1, 2, 4, 8, 12),
    instances(1, 2),
    store(0, 400_000, 1_700_000),
    commit(50, 100, 250, 500, 1_000, 2_000),
    batch(16, 64, 128, 512),
    threads(1, 2, 3, 4),
    heap(256, 512, 768);

    private final int[] values;

    What(int... values) {
      this.values = values;
    }

    private void set(ReplayOptions options, int value) {
      switch (this) {
        case partitions -> options.partitions = value;
        case instances -> {
          options.instances = value;
          options.threads = Math.max(1, options.threads / value);
        }
        case store -> options.store = value;
        case commit -> options.kafka.put("commit.interval.ms", Integer.toString(value));
        case batch -> options.kafka.put("producer.batch.size", Integer.toString(value * 1024));
        case threads -> options.threads = value;
        case heap -> options.heap = value;
      }
    }
  }

  /** A run with a value. */
  private record Point(int value, Run run) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    Measured measured =
        new Measured("scaling", options.described() + ", letters " + options.letters);
    PrintWriter err = spec.commandLine().getErr();
    for (What what : only) {
      List<Point> points = new ArrayList<>();
      for (int value : what.values) {
        err.println(what + " " + value);
        err.flush();
        Run run = run(options.with(changed -> what.set(changed, value)));
        points.add(new Point(value, run));
        measured.add(what + " " + value, described(run));
      }
      panel(what + ": letters a second", points, run -> run.warm().rate());
      panel(what + ": processor time a letter, µs", points, ScalingBench::cost);
      panel(what + ": memory of a process, MiB", points, run -> run.peakBytes() / MIB);
    }
    measured.print(spec.commandLine().getOut());
    measured.write(out, panels);
    return 0;
  }

  private static Run run(ReplayOptions options) throws IOException, InterruptedException {
    try (Folders temporary = Folders.temporary();
        Stack stack =
            Stack.start(temporary.folder(), options.partitions, options.flagsOfBroker())) {
      Replay replay = new Replay(stack, options);
      replay.prepare();
      return replay.enrich();
    }
  }

  private void panel(String title, List<Point> points, ToDoubleFunction<Run> figure) {
    panels.add(
        new Plot.Panel(
            title,
            points.stream()
                .map(point -> new Plot.Point(point.value(), figure.applyAsDouble(point.run())))
                .toList(),
            ""));
  }

  private static double cost(Run run) {
    return run.warm().processorMicros() + run.warm().brokerMicros();
  }

  private static String described(Run run) {
    return String.format(
        Locale.ROOT,
        "%,.0f letters/s, %.0f µs, broker %.0f µs, %,.0f MiB, store %,.0f MiB",
        run.warm().rate(),
        run.warm().processorMicros(),
        run.warm().brokerMicros(),
        run.peakBytes() / MIB,
        run.stateBytes() / MIB);
  }
}
