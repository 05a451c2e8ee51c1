package org.openimr.benchmarks.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How far something had come at each moment of a run. */
final class Timeline {
  private final List<Moment> moments = new ArrayList<>();

  /**
   * A moment.
   *
   * @param at time since the start
   * @param done letters whose events were committed
   * @param lag letters that wait
   */
  record Moment(Duration at, long done, long lag) {}

  void add(Duration at, long done, long lag) {
    moments.add(new Moment(at, done, lag));
  }

  List<Moment> moments() {
    return List.copyOf(moments);
  }

  /** Letters done by the last moment. */
  long done() {
    return moments.isEmpty() ? 0 : moments.getLast().done();
  }

  /** Time from the start to the last moment. */
  Duration length() {
    return moments.isEmpty() ? Duration.ZERO : moments.getLast().at();
  }

  /**
   * Letters a second between two counts of letters, both reached: without the start of a process
   * and its warming up.
   */
  double rateBetween(long first, long last) {
    Duration from = reached(first);
    Duration to = reached(last);
    double seconds = to.minus(from).toMillis() / 1000.0;
    return seconds <= 0 ? Double.NaN : (last - first) / seconds;
  }

  private Duration reached(long count) {
    Moment before = new Moment(Duration.ZERO, 0, 0);
    for (Moment moment : moments) {
      if (moment.done() >= count) {
        double share =
            moment.done() == before.done()
                ? 0
                : (count - before.done()) / (double) (moment.done() - before.done());
        long span = moment.at().minus(before.at()).toMillis();
        return before.at().plusMillis((long) (share * span));
      }
      before = moment;
    }
    return length();
  }
}
