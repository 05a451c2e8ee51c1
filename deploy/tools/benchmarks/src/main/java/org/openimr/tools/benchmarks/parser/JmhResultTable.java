package org.openimr.tools.benchmarks.parser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** Formats the results of a run, one row per benchmark. */
final class JmhResultTable {
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private final List<Row> rows;

  private JmhResultTable(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * Medians of a benchmark over all iterations and forks.
   *
   * @param processor CPU time per letter in microseconds
   * @param wall wall time per letter in microseconds
   * @param allocated allocated bytes per letter
   */
  private record Row(String group, String name, double processor, double wall, double allocated) {}

  static JmhResultTable of(Collection<RunResult> results) {
    return new JmhResultTable(results.stream().map(JmhResultTable::row).toList());
  }

  private static Row row(RunResult result) {
    String name = result.getParams().getBenchmark();
    String[] parts =
        name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1).split("\\.", -1);
    return new Row(
        parts[0],
        parts[1],
        median(result, iteration -> secondary(iteration, CpuTimeProfiler.LABEL)),
        median(result, iteration -> iteration.getPrimaryResult().getScore()),
        median(result, iteration -> secondary(iteration, ALLOCATION)));
  }

  private static double median(RunResult result, ToDoubleFunction<IterationResult> score) {
    return median(
        result.getBenchmarkResults().stream()
            .flatMap(fork -> fork.getIterationResults().stream())
            .mapToDouble(score)
            .sorted()
            .toArray());
  }

  private static double secondary(IterationResult iteration, String label) {
    for (String name : iteration.getSecondaryResults().keySet()) {
      if (name.endsWith(label)) {
        return iteration.getSecondaryResults().get(name).getScore();
      }
    }
    return Double.NaN;
  }

  static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        | benchmark | CPU time µs | relative to scan | MB/s | wall time µs | bytes allocated |
        | --- | ---: | ---: | ---: | ---: | ---: |
        """);
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private String line(Row row) {
    return String.format(
        Locale.ROOT,
        "| %s | %.2f | %s | %s | %.2f | %,.0f |%n",
        displayName(row),
        row.processor(),
        scan(row.group()).isPresent()
            ? String.format(Locale.ROOT, "%.1f", row.processor() / scan(row.group()).getAsDouble())
            : "-",
        row.group().equals("ResolutionBenchmark")
            ? "-"
            : String.format(Locale.ROOT, "%,.0f", bytes(row.group()) / row.processor()),
        row.wall(),
        row.allocated());
  }

  private static String displayName(Row row) {
    return switch (row.group()) {
      case "MixBenchmark" -> row.name() + ", %,d distinct letters".formatted(MixBenchmark.LETTERS);
      case "ResolutionBenchmark" ->
          row.name() + ", one citation, catalogue of %,d".formatted(ResolutionBenchmark.ENTRIES);
      default -> row.name();
    };
  }

  private OptionalDouble scan(String group) {
    return rows.stream()
        .filter(row -> row.group().equals(group) && row.name().equals("scan"))
        .mapToDouble(Row::processor)
        .findFirst();
  }

  /** Mean size of a letter in bytes. */
  private static double bytes(String group) {
    String[] texts =
        group.equals("MixBenchmark")
            ? MixBenchmark.letters()
            : new String[] {BenchmarkLetter.text()};
    return Arrays.stream(texts).mapToInt(text -> text.getBytes(UTF_8).length).average().orElse(0);
  }
}
