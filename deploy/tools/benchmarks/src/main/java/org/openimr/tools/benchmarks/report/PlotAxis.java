package org.openimr.tools.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * An axis from 0 with round ticks.
 *
 * @param step distance between two ticks
 * @param end end of the axis
 */
record PlotAxis(double step, double end) {
  /** Mantissas of round steps. */
  private static final double[] ROUND_STEPS = {1, 2, 5, 10};

  /** An axis that ends at the first tick not below a maximum. */
  static PlotAxis covering(double max, int steps) {
    double step = step(max, steps);
    return new PlotAxis(step, step * Math.ceil(Math.max(max, step) / step));
  }

  /** An axis that ends exactly at a maximum. */
  static PlotAxis upTo(double max, int steps) {
    return new PlotAxis(step(max, steps), max);
  }

  private static double step(double max, int steps) {
    if (max <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(max / steps)));
    for (double round : ROUND_STEPS) {
      if (round * power * steps >= max) {
        return round * power;
      }
    }
    throw new IllegalStateException("no step from 0 to " + max);
  }

  /** The ticks in ascending order, from 0. */
  List<Double> ticks() {
    return LongStream.rangeClosed(0, (long) (end / step + 1e-9)).mapToObj(i -> i * step).toList();
  }

  /** Formats a tick with as many decimals as the step needs. */
  String label(double value) {
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
