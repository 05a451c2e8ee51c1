package org.openimr.benchmarks.pipeline;

import static org.openimr.benchmarks.pipeline.Measured.figure;
import static org.openimr.benchmarks.pipeline.Measured.mib;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
final class ReplayBench implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private ReplayOptions options;

  @Option(names = "--alone", description = "leaves the yardsticks out")
  private boolean alone;

  @Override
  public Integer call() throws IOException, InterruptedException {
    options.bench.check(spec);
    try (Folders temporary = Folders.temporary();
        Stack stack = Stack.start(temporary.folder(), options.partitions, options.bench)) {
      Replay replay = new Replay(stack, options);
      Letters written = replay.prepare();
      Run enrich = replay.enrich();
      Measured measured = new Measured("replay", options.described());
      describe(measured, written, enrich);
      Costs costs = Costs.of(stack, enrich, written.written(), written.written() + options.store);
      List<Panel> panels = new ArrayList<>(enrich.panels());
      if (!alone) {
        Run identity = replay.identity();
        compare(measured, enrich, identity);
        panels.addAll(identity.panels());
        BrokerYardstick.measure(measured, stack, options.partitions, written.written());
      }
      costs.describe(measured, enrich);
      measured.print(spec.commandLine().getOut());
      measured.write(options.bench.out, panels);
      return 0;
    }
  }

  private static void describe(Measured measured, Letters written, Run run) {
    Timeline.Stretch whole = run.whole();
    measured
        .add("letters", figure("%,d", written.written()))
        .add("their text", figure("%,.0f MB", written.bytes() / 1e6))
        .add("from start to the last commit", figure("%.1f s", whole.length().toMillis() / 1e3))
        .add("letters/s, all of it", figure("%,.0f", whole.rate()))
        .add("letters/s, warm (20 % to 98 %)", figure("%,.0f", run.warm().rate()));
    processor(measured, run);
    measured
        .add("resident memory of enrich, most", mib(run.peakBytes()))
        .add("resident memory of the broker, most", mib(run.brokerPeakBytes()))
        .add("stores of enrich on disk", mib(run.stateBytes()));
  }

  private static void processor(Measured measured, Run run) {
    Timeline.Stretch whole = run.whole();
    Timeline.Stretch warm = run.warm();
    measured
        .add(
            "processor time a letter, warm: " + run.name(),
            figure("%.0f µs", warm.processorMicros()))
        .add(
            "processor time a letter, warm: broker for " + run.name(),
            figure("%.0f µs", warm.brokerMicros()))
        .add(
            "processor time a letter, start included: broker and " + run.name(),
            figure("%.0f µs", whole.processorMicros() + whole.brokerMicros()));
  }

  private static void compare(Measured measured, Run enrich, Run identity) {
    measured.add("identity topology, letters/s, warm", figure("%,.0f", identity.warm().rate()));
    processor(measured, identity);
    measured
        .add("enrich : identity, letters/s", ratio(enrich.warm().rate(), identity.warm().rate()))
        .add("enrich : identity, by processor time", ratio(cost(identity), cost(enrich)));
  }

  private static double cost(Run run) {
    return run.warm().processorMicros() + run.warm().brokerMicros();
  }

  private static String ratio(double one, double other) {
    return figure("%.2f", one / other);
  }
}
