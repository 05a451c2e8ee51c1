package org.openimr.tools.benchmarks.replay;

import java.util.Locale;
import java.util.function.Consumer;
import org.openimr.tools.benchmarks.cluster.BenchmarkOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How letters are read again. */
final class ReplayOptions {
  @Option(
      names = "--letters",
      paramLabel = "N",
      defaultValue = "200000",
      description = "letters, each of another case: ${DEFAULT-VALUE}; the whole history is 1700000")
  long letters;

  @Option(
      names = "--store",
      paramLabel = "N",
      defaultValue = "0",
      description = "other cases that enrich knows at its start: ${DEFAULT-VALUE}")
  long store;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      defaultValue = "12",
      description = "partitions of each topic: ${DEFAULT-VALUE}")
  int partitions;

  @Option(
      names = "--instances",
      paramLabel = "N",
      defaultValue = "1",
      description = "processes of each topology: ${DEFAULT-VALUE}")
  int instances;

  @Option(
      names = "--threads",
      paramLabel = "N",
      defaultValue = "2",
      description = "stream threads of each: ${DEFAULT-VALUE}")
  int threads;

  @Option(
      names = "--heap",
      paramLabel = "MB",
      defaultValue = "512",
      description = "heap of each: ${DEFAULT-VALUE}")
  int heap;

  @Mixin BenchmarkOptions bench = new BenchmarkOptions();

  /** The same but for a change. */
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

  /** All of them, for the output. */
  String described() {
    return String.format(
        Locale.ROOT,
        "%s; %,d letters, %,d cases in the store before, %d partitions, %d instances of %d threads",
        bench.describe(heap),
        letters,
        store,
        partitions,
        instances,
        threads);
  }
}
