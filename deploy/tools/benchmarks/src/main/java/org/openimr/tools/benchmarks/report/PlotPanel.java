package org.openimr.tools.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A plot over time, or over the values of a setting.
 *
 * @param title the plotted quantity with its unit
 * @param along label of the horizontal axis with its unit
 * @param values labels of the settings, evenly spaced; empty for plots over time
 * @param lines one or two lines
 */
public record PlotPanel(String title, String along, List<String> values, List<Series> lines) {
  /** Seconds over which a rate is averaged. */
  private static final double WINDOW = 2;

  /**
   * A line.
   *
   * @param name legend; shown if there is more than one line
   */
  public record Series(String name, List<Point> points) {}

  /**
   * A point.
   *
   * @param at seconds since the start, or index of the value
   * @param figure the plotted value
   */
  public record Point(double at, double figure) {}

  /** One line over time. */
  public static PlotPanel overTime(String title, List<Point> points) {
    return overTime(title, new Series(title, points));
  }

  /** Lines over time. */
  public static PlotPanel overTime(String title, Series... lines) {
    return new PlotPanel(title, "seconds", List.of(), List.of(lines));
  }

  /** One line over time with the growth rate of a count, averaged over two seconds. */
  public static PlotPanel rate(String title, List<Point> counts) {
    List<Point> rates = new ArrayList<>();
    int before = 0;
    for (Point now : counts) {
      while (before + 1 < counts.size() && counts.get(before + 1).at() <= now.at() - WINDOW) {
        before++;
      }
      Point then = counts.get(before);
      if (now.at() > then.at()) {
        rates.add(new Point(now.at(), (now.figure() - then.figure()) / (now.at() - then.at())));
      }
    }
    return overTime(title, rates);
  }

  /** One line over the values of a setting. */
  public static PlotPanel overValues(
      String title, String along, List<String> values, List<Point> points) {
    return new PlotPanel(title, along, values, List.of(new Series(title, points)));
  }

  /** The maximum value of all lines; 0 if there is none. */
  public double max() {
    return points().mapToDouble(Point::figure).max().orElse(0);
  }

  /** The last position of all lines; 0 if there is none. */
  double last() {
    return points().mapToDouble(Point::at).max().orElse(0);
  }

  private Stream<Point> points() {
    return lines.stream().flatMap(line -> line.points().stream());
  }
}
