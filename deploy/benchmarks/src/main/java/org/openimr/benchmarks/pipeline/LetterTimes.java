package org.openimr.benchmarks.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * When letters went in and came out.
 *
 * @param order ids of the letters that count, as they were sent
 * @param appended milliseconds since 1970 at which the broker had them
 * @param readable the same of their determinations
 * @param echoed milliseconds that the same bytes took through one topic
 */
record LetterTimes(
    List<String> order,
    Map<String, Long> appended,
    Map<String, Long> readable,
    Map<String, Long> echoed) {
  private static final int SECOND = 1000;

  /** Letters whose determination was read. */
  int out() {
    return (int) order.stream().filter(this::cameOut).count();
  }

  /** Letters whose determination was not read, or which the broker did not take. */
  int missing() {
    return order.size() - out();
  }

  /** From append to readable. */
  Percentiles through() {
    return new Percentiles(order.stream().filter(this::cameOut).mapToLong(this::took).toArray());
  }

  /** Through one topic. */
  Percentiles echoes() {
    return new Percentiles(
        order.stream().filter(echoed::containsKey).mapToLong(echoed::get).toArray());
  }

  /** Time, rate and lag over time, by the second. */
  List<Panel> panels() {
    TreeMap<Long, List<String>> bySecond =
        order.stream()
            .filter(this::cameOut)
            .collect(Collectors.groupingBy(this::second, TreeMap::new, Collectors.toList()));
    List<Panel.Point> median = new ArrayList<>();
    List<Panel.Point> slowest = new ArrayList<>();
    bySecond.forEach(
        (second, letters) -> {
          Percentiles times = new Percentiles(letters.stream().mapToLong(this::took).toArray());
          median.add(new Panel.Point(second, times.at(0.5)));
          slowest.add(new Panel.Point(second, times.at(1)));
        });
    return List.of(
        Panel.overTime(
            "milliseconds from append to readable, letters of a second",
            new Panel.Line("median", median),
            new Panel.Line("slowest", slowest)),
        Panel.overTime("determinations readable a second", rate(bySecond)),
        Panel.overTime("letters that wait", waiting(bySecond)));
  }

  private List<Panel.Point> rate(TreeMap<Long, List<String>> seconds) {
    Map<Long, Long> counts =
        order.stream()
            .filter(this::cameOut)
            .collect(
                Collectors.groupingBy(
                    letter -> (readable.get(letter) - start()) / SECOND, Collectors.counting()));
    return seconds.keySet().stream()
        .map(second -> new Panel.Point(second, counts.getOrDefault(second, 0L)))
        .toList();
  }

  /** Letters appended and not readable at the end of each second. */
  private List<Panel.Point> waiting(TreeMap<Long, List<String>> seconds) {
    long[] in = order.stream().filter(this::cameOut).mapToLong(appended::get).sorted().toArray();
    long[] out = order.stream().filter(this::cameOut).mapToLong(readable::get).sorted().toArray();
    return seconds.keySet().stream()
        .map(
            second -> {
              long at = start() + (second + 1) * SECOND;
              return new Panel.Point(second, until(in, at) - until(out, at));
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
