package org.openimr.tools.benchmarks.replay;

import java.util.Locale;
import java.util.function.Consumer;
import org.openimr.tools.benchmarks.cluster.BenchmarkOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of a replay. */
final class ReplayOptions {
  @Option(
      names = "--letters",
      paramLabel = "N",
      defaultValue = "200000",
      description =
          "Letters, each of a different case. Default: ${DEFAULT-VALUE}; 1700000 have been"
              + " published.")
  long letters;

  @Option(
      names = "--store",
      paramLabel = "N",
      defaultValue = "0",
      description = "Cases in the store of enrich at its start. Default: ${DEFAULT-VALUE}.")
  long store;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "12",
      description = "Partitions per topic. Default: ${DEFAULT-VALUE}.")
  int partitions;

  @Option(
      names = "--instances",
      paramLabel = "N",
      defaultValue = "1",
      description = "Processes per topology. Default: ${DEFAULT-VALUE}.")
  int instances;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "Stream threads per process. Default: ${DEFAULT-VALUE}.")
  int threads;

  @Option(
      names = "--heap",
      paramLabel = "MB",
      defaultValue = "512",
      description = "Heap per process. Default: ${DEFAULT-VALUE}.")
  int heap;

  @Mixin BenchmarkOptions bench = new BenchmarkOptions();

  /** Returns a changed copy. */
  ReplayOptions with(Consumer<ReplayOptions> change) {
    ReplayOptions other = new ReplayOptions();
    other.letters = letters;
    other.store = store;
    other.partitions = partitions;
    other.instances = instances;
    other.threads = threads;
    other.heap = heap;
    other.bench = bench.copy();
    change.accept(other);
    return other;
  }

  /** Describes the options for the report. */
  String describe() {
    return String.format(
        Locale.ROOT,
        "%s; %,d letters, %,d stored cases, %d partitions, %d instances of %d threads",
        bench.describe(heap),
        letters,
        store,
        partitions,
        instances,
        threads);
  }
}
