package org.openimr.tools.benchmarks.ingest;

import static org.openimr.tools.benchmarks.report.BenchmarkReport.format;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.openimr.tools.benchmarks.cluster.ProcessUsage;
import org.openimr.tools.benchmarks.report.BenchmarkReport;
import org.openimr.tools.benchmarks.report.PlotPanel;

/** What a service did and used at each moment of its work. */
final class IngestMeasurement {
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
  IngestMeasurement(Instant start) {
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
  void describeMemory(BenchmarkReport measured) {
    double early = most(1);
    double late = most(4);
    double growth = late / early - 1;
    measured
        .addRow("resident memory, most in the second fifth of the time", format("%,.0f MiB", early))
        .addRow("resident memory, most in the last fifth", format("%,.0f MiB", late))
        .addRow(
            "memory is flat (at most 5 % more)",
            (growth <= FLAT ? "yes, " : "no, ") + format("%+.1f %%", 100 * growth));
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
  List<PlotPanel> panels(String rate, String waiting) {
    String what = waiting.substring(0, waiting.indexOf(':'));
    return List.of(
        PlotPanel.rate(rate, points(Moment::done)),
        PlotPanel.overTime(waiting, points(Moment::waiting)),
        PlotPanel.overTime(what + ": memory of ingest and its workers, MiB", points(Moment::mib)));
  }

  private List<PlotPanel.Point> points(ToDoubleFunction<Moment> figure) {
    return moments.stream()
        .map(moment -> new PlotPanel.Point(moment.seconds(), figure.applyAsDouble(moment)))
        .toList();
  }
}
