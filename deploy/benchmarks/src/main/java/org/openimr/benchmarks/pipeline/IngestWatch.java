package org.openimr.benchmarks.pipeline;

import static org.openimr.benchmarks.pipeline.Measured.figure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a service did and used at each moment of its work. */
final class IngestWatch {
  private static final double MIB = 1024 * 1024;

  /** Growth of memory up to which it counts as flat. */
  private static final double FLAT = 0.05;

  private final Instant start;
  private final List<Moment> moments = new ArrayList<>();

  private record Moment(double seconds, long done, long waiting, ProcessUsage usage) {
    double mib() {
      return usage.memoryBytes() / MIB;
    }
  }

  /** Begins. */
  IngestWatch(Instant start) {
    this.start = start;
  }

  /** How it is at a moment. */
  void add(Instant at, long done, long waiting, ProcessUsage usage) {
    double seconds = Duration.between(start, at).toNanos() / 1e9;
    moments.add(new Moment(seconds, done, waiting, usage));
  }

  /** What was done by the last moment. */
  long done() {
    return moments.getLast().done();
  }

  /** Length of all of it. */
  double seconds() {
    return moments.getLast().seconds();
  }

  /** Processor time that it took. */
  double processorSeconds() {
    Duration first = moments.getFirst().usage().processor();
    return moments.getLast().usage().processor().minus(first).toNanos() / 1e9;
  }

  /** Adds the memory in the second and in the last fifth of the time, and whether that is flat. */
  void describeMemory(Measured measured) {
    double early = most(1);
    double late = most(4);
    double growth = late / early - 1;
    measured
        .add("resident memory, most in the second fifth of the time", figure("%,.0f MiB", early))
        .add("resident memory, most in the last fifth", figure("%,.0f MiB", late))
        .add(
            "memory is flat (at most 5 % more)",
            (growth <= FLAT ? "yes, " : "no, ") + figure("%+.1f %%", 100 * growth));
  }

  private double most(int fifth) {
    double from = seconds() * fifth / 5;
    double to = seconds() * (fifth + 1) / 5;
    return moments.stream()
        .filter(moment -> moment.seconds() >= from && moment.seconds() <= to)
        .mapToDouble(Moment::mib)
        .max()
        .orElse(moments.getLast().mib());
  }

  /** Rate, what waits, and memory, over time. */
  List<Panel> panels(String rate, String waiting) {
    String what = waiting.substring(0, waiting.indexOf(':'));
    return List.of(
        Panel.rate(rate, points(Moment::done)),
        Panel.overTime(waiting, points(Moment::waiting)),
        Panel.overTime(what + ": memory of ingest and its workers, MiB", points(Moment::mib)));
  }

  private List<Panel.Point> points(ToDoubleFunction<Moment> figure) {
    return moments.stream()
        .map(moment -> new Panel.Point(moment.seconds(), figure.applyAsDouble(moment)))
        .toList();
  }
}
