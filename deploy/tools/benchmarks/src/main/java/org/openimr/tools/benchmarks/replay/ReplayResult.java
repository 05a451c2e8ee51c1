package org.openimr.tools.benchmarks.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openimr.tools.benchmarks.report.PlotPanel;

/**
 * The result of a topology.
 *
 * @param name name of the topology
 * @param timeline progress over time
 * @param peakBytes peak memory of its processes
 * @param brokerPeakBytes peak memory of the broker
 * @param stateBytes size of its stores at the end
 */
record ReplayResult(
    String name, ReplayTimeline timeline, long peakBytes, long brokerPeakBytes, long stateBytes) {
  /**
   * Shares of letters between which the rate is measured, to exclude warm-up and the last letters.
   */
  private static final double STEADY_START = 0.2;

  private static final double STEADY_END = 0.98;

  /** The interval from 20 % to 98 % of the letters. */
  ReplayTimeline.Interval steadyState() {
    return timeline.between(
        (long) (STEADY_START * timeline.done()), (long) (STEADY_END * timeline.done()));
  }

  /** The whole run, including the start of the process. */
  ReplayTimeline.Interval whole() {
    return timeline.whole();
  }

  /** Plots of rate and lag over time. */
  List<PlotPanel> panels() {
    return panels("letters");
  }

  /** Same as above for another unit than letters. */
  List<PlotPanel> panels(String unit) {
    List<PlotPanel.Point> done = new ArrayList<>(List.of(new PlotPanel.Point(0, 0)));
    List<PlotPanel.Point> lags = new ArrayList<>();
    for (ReplayTimeline.Sample sample : timeline.samples()) {
      done.add(new PlotPanel.Point(seconds(sample.elapsed()), sample.done()));
      lags.add(new PlotPanel.Point(seconds(sample.elapsed()), sample.lag()));
    }
    return List.of(
        PlotPanel.rate(name + ": " + unit + " per second", done),
        PlotPanel.overTime(name + ": pending " + unit, lags));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
