package org.openimr.tools.benchmarks.latency;

import static org.openimr.tools.benchmarks.latency.LatencyPercentiles.histogram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.openimr.tools.benchmarks.report.PlotPanel;

/**
 * Latencies of letters, from their append to the raw topic until their determination is readable.
 *
 * @param order ids of the measured letters, in send order
 * @param appended time of the append by letter id, in epoch milliseconds
 * @param readable time at which the determination was read by letter id, in epoch milliseconds
 * @param echoed latency of the same bytes through a single topic by letter id, in milliseconds
 */
record LetterLatencies(
    List<String> order,
    Map<String, Long> appended,
    Map<String, Long> readable,
    Map<String, Long> echoed) {
  private static final int MILLIS_PER_SECOND = 1000;

  /** Letters whose determination was read. */
  int completed() {
    return (int) order.stream().filter(this::isComplete).count();
  }

  /** Letters without a determination that was read, and letters that the broker rejected. */
  int missing() {
    return order.size() - completed();
  }

  /** Latencies from append to readable determination. */
  Histogram endToEnd() {
    return histogram(order.stream().filter(this::isComplete).mapToLong(this::latency));
  }

  /** Latencies through a single topic. */
  Histogram singleTopic() {
    return histogram(order.stream().filter(echoed::containsKey).mapToLong(echoed::get));
  }

  /** Plots of latency, rate and lag per second. */
  List<PlotPanel> panels() {
    TreeMap<Long, List<String>> bySecond =
        order.stream()
            .filter(this::isComplete)
            .collect(Collectors.groupingBy(this::second, TreeMap::new, Collectors.toList()));
    List<PlotPanel.Point> median = new ArrayList<>();
    List<PlotPanel.Point> maximum = new ArrayList<>();
    bySecond.forEach(
        (second, letters) -> {
          Histogram latencies = histogram(letters.stream().mapToLong(this::latency));
          median.add(new PlotPanel.Point(second, latencies.getValueAtPercentile(50)));
          maximum.add(new PlotPanel.Point(second, latencies.getMaxValue()));
        });
    return List.of(
        PlotPanel.overTime(
            "milliseconds from append to readable determination, per second",
            new PlotPanel.Series("median", median),
            new PlotPanel.Series("maximum", maximum)),
        PlotPanel.overTime("determinations readable per second", rate(bySecond)),
        PlotPanel.overTime("pending letters", pending(bySecond)));
  }

  private List<PlotPanel.Point> rate(TreeMap<Long, List<String>> seconds) {
    Map<Long, Long> counts =
        order.stream()
            .filter(this::isComplete)
            .collect(
                Collectors.groupingBy(
                    letter -> (time(readable, letter) - start()) / MILLIS_PER_SECOND,
                    Collectors.counting()));
    return seconds.keySet().stream()
        .map(second -> new PlotPanel.Point(second, counts.getOrDefault(second, 0L)))
        .toList();
  }

  /** Letters that are appended but not readable at the end of each second. */
  private List<PlotPanel.Point> pending(TreeMap<Long, List<String>> seconds) {
    long[] appends =
        order.stream().filter(this::isComplete).mapToLong(appended::get).sorted().toArray();
    long[] reads =
        order.stream().filter(this::isComplete).mapToLong(readable::get).sorted().toArray();
    return seconds.keySet().stream()
        .map(
            second -> {
              long end = start() + (second + 1) * MILLIS_PER_SECOND;
              return new PlotPanel.Point(second, countUntil(appends, end) - countUntil(reads, end));
            })
        .toList();
  }

  private static int countUntil(long[] sorted, long end) {
    int found = Arrays.binarySearch(sorted, end);
    return found < 0 ? -found - 1 : found;
  }

  private boolean isComplete(String letter) {
    return appended.containsKey(letter) && readable.containsKey(letter);
  }

  private long latency(String letter) {
    return time(readable, letter) - time(appended, letter);
  }

  private long second(String letter) {
    return (time(appended, letter) - start()) / MILLIS_PER_SECOND;
  }

  private static long time(Map<String, Long> times, String letter) {
    return Objects.requireNonNull(times.get(letter), letter);
  }

  private long start() {
    return order.stream().filter(appended::containsKey).findFirst().map(appended::get).orElse(0L);
  }
}
