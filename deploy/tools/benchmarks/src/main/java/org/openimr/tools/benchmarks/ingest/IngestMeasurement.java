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

/** Samples of the progress and usage of a service. */
final class IngestMeasurement {
  private static final double MIB = 1024 * 1024;

  /** Maximum growth of memory that counts as flat. */
  private static final double MAX_FLAT_GROWTH = 0.05;

  private final Instant start;
  private final List<UsageSample> samples = new ArrayList<>();

  private record UsageSample(double seconds, long done, long pending, ProcessUsage usage) {
    double mib() {
      return usage.memoryBytes() / MIB;
    }
  }

  /** Starts a measurement. */
  IngestMeasurement(Instant start) {
    this.start = start;
  }

  /** Adds a sample. */
  void add(Instant time, long done, long pending, ProcessUsage usage) {
    double seconds = Duration.between(start, time).toNanos() / 1e9;
    samples.add(new UsageSample(seconds, done, pending, usage));
  }

  /** Work finished at the last sample. */
  long done() {
    return samples.getLast().done();
  }

  /** Duration up to the last sample. */
  double seconds() {
    return samples.getLast().seconds();
  }

  /** CPU time between the first and the last sample. */
  double processorSeconds() {
    Duration first = samples.getFirst().usage().processor();
    return samples.getLast().usage().processor().minus(first).toNanos() / 1e9;
  }

  /** Adds the memory in the second and in the last fifth of the time, and whether it is flat. */
  void describeMemory(BenchmarkReport report) {
    double early = maxMib(1);
    double late = maxMib(4);
    double growth = late / early - 1;
    report
        .addRow("peak resident memory in the second fifth of the time", format("%,.0f MiB", early))
        .addRow("peak resident memory in the last fifth", format("%,.0f MiB", late))
        .addRow(
            "memory is flat (at most 5 % more)",
            (growth <= MAX_FLAT_GROWTH ? "yes, " : "no, ") + format("%+.1f %%", 100 * growth));
  }

  private double maxMib(int fifth) {
    double from = seconds() * fifth / 5;
    double to = seconds() * (fifth + 1) / 5;
    return samples.stream()
        .filter(sample -> sample.seconds() >= from && sample.seconds() <= to)
        .mapToDouble(UsageSample::mib)
        .max()
        .orElse(samples.getLast().mib());
  }

  /** Plots of rate, pending work and memory over time. */
  List<PlotPanel> panels(String rate, String pending) {
    String prefix = pending.substring(0, pending.indexOf(':'));
    return List.of(
        PlotPanel.rate(rate, points(UsageSample::done)),
        PlotPanel.overTime(pending, points(UsageSample::pending)),
        PlotPanel.overTime(
            prefix + ": memory of ingest and its workers, MiB", points(UsageSample::mib)));
  }

  private List<PlotPanel.Point> points(ToDoubleFunction<UsageSample> value) {
    return samples.stream()
        .map(sample -> new PlotPanel.Point(sample.seconds(), value.applyAsDouble(sample)))
        .toList();
  }
}
