package org.openimr.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.RunResult;

/** The results of a run, a row a benchmark. */
final class ResultTable {
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  private final List<Row> rows;

  private ResultTable(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * A benchmark.
   *
   * @param median of all iterations in all forks, microseconds a letter
   * @param least of them
   * @param allocated bytes a letter
   */
  private record Row(
      String group, String name, double median, double least, OptionalDouble allocated) {}

  static ResultTable of(Collection<RunResult> results) {
    return new ResultTable(results.stream().map(ResultTable::row).toList());
  }

  private static Row row(RunResult result) {
    String name = result.getParams().getBenchmark();
    String[] parts =
        name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1).split("\\.");
    List<Double> times = new ArrayList<>();
    for (BenchmarkResult fork : result.getBenchmarkResults()) {
      fork.getIterationResults().forEach(i -> times.add(i.getPrimaryResult().getScore()));
    }
    double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return new Row(parts[0], parts[1], median(sorted), sorted[0], allocated(result));
  }

  private static OptionalDouble allocated(RunResult result) {
    for (String name : result.getSecondaryResults().keySet()) {
      if (name.endsWith(ALLOCATION)) {
        return OptionalDouble.of(result.getSecondaryResults().get(name).getScore());
      }
    }
    return OptionalDouble.empty();
  }

  static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        | what | µs a letter, median | least | times the scan | MB/s | bytes allocated a letter |
        | --- | ---: | ---: | ---: | ---: | ---: |
        """);
    rows.forEach(row -> text.append(line(row)));
    return text.toString();
  }

  private String line(Row row) {
    return String.format(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %s | %.0f | %s |%n",
        named(row),
        row.median(),
        row.least(),
        scan(row.group()).isPresent()
            ? String.format(Locale.ROOT, "%.1f", row.median() / scan(row.group()).getAsDouble())
            : "-",
        bytes(row.group()) / row.median(),
        row.allocated().isPresent()
            ? String.format(Locale.ROOT, "%,.0f", row.allocated().getAsDouble())
            : "-");
  }

  private static String named(Row row) {
    return row.group().equals("MixBenchmark")
        ? row.name() + ", %,d letters that differ".formatted(MixBenchmark.LETTERS)
        : row.name();
  }

  private OptionalDouble scan(String group) {
    return rows.stream()
        .filter(row -> row.group().equals(group) && row.name().equals("scan"))
        .mapToDouble(Row::median)
        .findFirst();
  }

  /** Mean bytes of a letter. */
  private static double bytes(String group) {
    String[] texts =
        group.equals("MixBenchmark") ? MixBenchmark.letters() : new String[] {SampleLetter.text()};
    return Arrays.stream(texts).mapToInt(text -> text.getBytes(UTF_8).length).average().orElse(0);
  }
}
