package org.openimr.tools.benchmarks.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.openimr.tools.benchmarks.report.PlotPanel;

/**
 * What a topology did with the letters.
 *
 * @param name of the topology
 * @param peakBytes most memory that one of its processes had
 * @param brokerPeakBytes most memory that the broker had
 * @param stateBytes files of its stores at the end
 */
record ReplayResult(
    String name, ReplayTimeline timeline, long peakBytes, long brokerPeakBytes, long stateBytes) {
  /** Share of letters before the rate counts, and after: starting, warming up, and the last few. */
  private static final double WARM = 0.2;

  private static final double LAST = 0.98;

  /** The part that is measured: 20 % to 98 % of the letters. */
  ReplayTimeline.Interval steadyState() {
    return timeline.between((long) (WARM * timeline.done()), (long) (LAST * timeline.done()));
  }

  /** All of it, the start of the process included. */
  ReplayTimeline.Interval whole() {
    return timeline.whole();
  }

  /** Rate and lag over time. */
  List<PlotPanel> panels() {
    return panels("letters");
  }

  /** The same of something else than letters. */
  List<PlotPanel> panels(String what) {
    List<PlotPanel.Point> done = new ArrayList<>(List.of(new PlotPanel.Point(0, 0)));
    List<PlotPanel.Point> lags = new ArrayList<>();
    for (ReplayTimeline.Sample moment : timeline.moments()) {
      done.add(new PlotPanel.Point(seconds(moment.elapsed()), moment.done()));
      lags.add(new PlotPanel.Point(seconds(moment.elapsed()), moment.lag()));
    }
    return List.of(
        PlotPanel.rate(name + ": " + what + " a second", done),
        PlotPanel.overTime(name + ": " + what + " that wait", lags));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
