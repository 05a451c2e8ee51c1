package org.openimr.tools.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Round figures from 0 to something.
 *
 * @param step between two of them
 * @param end the last one, or the end of the axis
 */
record PlotAxis(double step, double end) {
  /** Steps of a person: 1, 2, 5, 10, ... */
  private static final double[] ROUND = {1, 2, 5, 10};

  /** An axis whose last round figure is not below a figure. */
  static PlotAxis covering(double most, int steps) {
    double step = step(most, steps);
    return new PlotAxis(step, step * Math.ceil(Math.max(most, step) / step));
  }

  /** An axis that ends at a figure, be it round or not. */
  static PlotAxis upTo(double most, int steps) {
    return new PlotAxis(step(most, steps), most);
  }

  private static double step(double most, int steps) {
    if (most <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(most / steps)));
    for (double round : ROUND) {
      if (round * power * steps >= most) {
        return round * power;
      }
    }
    throw new IllegalStateException("no step from 0 to " + most);
  }

  /** The round figures, 0 first. */
  List<Double> ticks() {
    return LongStream.rangeClosed(0, (long) (end / step + 1e-9)).mapToObj(i -> i * step).toList();
  }

  /** A figure with as many decimals as its neighbours need. */
  String label(double figure) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return String.format(Locale.ROOT, "%,." + decimals + "f", figure);
  }
}
