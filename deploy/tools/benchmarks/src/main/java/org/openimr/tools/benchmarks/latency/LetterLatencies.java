package org.openimr.tools.benchmarks.latency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openimr.tools.benchmarks.report.PlotPanel;

/**
 * When letters went in and came out.
 *
 * @param order ids of the letters that count, as they were sent
 * @param appended milliseconds since 1970 at which the broker had them
 * @param readable the same of their determinations
 * @param echoed milliseconds that the same bytes took through one topic
 */
record LetterLatencies(
    List<String> order,
    Map<String, Long> appended,
    Map<String, Long> readable,
    Map<String, Long> echoed) {
  private static final int SECOND = 1000;

  /** Letters whose determination was read. */
  int completed() {
    return (int) order.stream().filter(this::cameOut).count();
  }

  /** Letters whose determination was not read, or which the broker did not take. */
  int missing() {
    return order.size() - completed();
  }

  /** From append to readable. */
  LatencyPercentiles endToEnd() {
    return new LatencyPercentiles(
        order.stream().filter(this::cameOut).mapToLong(this::took).toArray());
  }

  /** Through one topic. */
  LatencyPercentiles singleTopic() {
    return new LatencyPercentiles(
        order.stream().filter(echoed::containsKey).mapToLong(echoed::get).toArray());
  }

  /** Time, rate and lag over time, by the second. */
  List<PlotPanel> panels() {
    TreeMap<Long, List<String>> bySecond =
        order.stream()
            .filter(this::cameOut)
            .collect(Collectors.groupingBy(this::second, TreeMap::new, Collectors.toList()));
    List<PlotPanel.Point> median = new ArrayList<>();
    List<PlotPanel.Point> slowest = new ArrayList<>();
    bySecond.forEach(
        (second, letters) -> {
          LatencyPercentiles times =
              new LatencyPercentiles(letters.stream().mapToLong(this::took).toArray());
          median.add(new PlotPanel.Point(second, times.valueAt(0.5)));
          slowest.add(new PlotPanel.Point(second, times.valueAt(1)));
        });
    return List.of(
        PlotPanel.overTime(
            "milliseconds from append to readable, letters of a second",
            new PlotPanel.Series("median", median),
            new PlotPanel.Series("slowest", slowest)),
        PlotPanel.overTime("determinations readable a second", rate(bySecond)),
        PlotPanel.overTime("letters that wait", waiting(bySecond)));
  }

  private List<PlotPanel.Point> rate(TreeMap<Long, List<String>> seconds) {
    Map<Long, Long> counts =
        order.stream()
            .filter(this::cameOut)
            .collect(
                Collectors.groupingBy(
                    letter -> (readable.get(letter) - start()) / SECOND, Collectors.counting()));
    return seconds.keySet().stream()
        .map(second -> new PlotPanel.Point(second, counts.getOrDefault(second, 0L)))
        .toList();
  }

  /** Letters appended and not readable at the end of each second. */
  private List<PlotPanel.Point> waiting(TreeMap<Long, List<String>> seconds) {
    long[] in = order.stream().filter(this::cameOut).mapToLong(appended::get).sorted().toArray();
    long[] out = order.stream().filter(this::cameOut).mapToLong(readable::get).sorted().toArray();
    return seconds.keySet().stream()
        .map(
            second -> {
              long at = start() + (second + 1) * SECOND;
              return new PlotPanel.Point(second, until(in, at) - until(out, at));
            })
        .toList();
  }

  private static int until(long[] sorted, long at) {
    int found = Arrays.binarySearch(sorted, at);
    return found < 0 ? -found - 1 : found;
  }

  private boolean cameOut(String letter) {
    return appended.containsKey(letter) && readable.containsKey(letter);
  }

  private long took(String letter) {
    return readable.get(letter) - appended.get(letter);
  }

  private long second(String letter) {
    return (appended.get(letter) - start()) / SECOND;
  }

  private long start() {
    return order.stream().filter(appended::containsKey).findFirst().map(appended::get).orElse(0L);
  }
}
