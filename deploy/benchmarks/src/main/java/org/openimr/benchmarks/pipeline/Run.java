package org.openimr.benchmarks.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a topology did with the letters.
 *
 * @param name of the topology
 * @param peakBytes most memory that one of its processes had
 * @param brokerPeakBytes most memory that the broker had
 * @param stateBytes files of its stores at the end
 */
record Run(String name, Timeline timeline, long peakBytes, long brokerPeakBytes, long stateBytes) {
  /** Share of letters before the rate counts, and after: starting, warming up, and the last few. */
  private static final double WARM = 0.2;

  private static final double LAST = 0.98;

  /** The part that is measured: 20 % to 98 % of the letters. */
  Timeline.Stretch warm() {
    return timeline.between((long) (WARM * timeline.done()), (long) (LAST * timeline.done()));
  }

  /** All of it, the start of the process included. */
  Timeline.Stretch whole() {
    return timeline.whole();
  }

  /** Rate and lag over time. */
  List<Panel> panels() {
    return panels("letters");
  }

  /** The same of something else than letters. */
  List<Panel> panels(String what) {
    List<Panel.Point> done = new ArrayList<>(List.of(new Panel.Point(0, 0)));
    List<Panel.Point> lags = new ArrayList<>();
    for (Timeline.Moment moment : timeline.moments()) {
      done.add(new Panel.Point(seconds(moment.at()), moment.done()));
      lags.add(new Panel.Point(seconds(moment.at()), moment.lag()));
    }
    return List.of(
        Panel.rate(name + ": " + what + " a second", done),
        Panel.overTime(name + ": " + what + " that wait", lags));
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
