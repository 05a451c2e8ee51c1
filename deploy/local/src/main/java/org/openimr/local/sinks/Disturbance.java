package org.openimr.local.sinks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What happens to the sinks in the middle of their work.
 *
 * @param after letters that are through by then
 */
record Disturbance(Kind kind, long after) {

  /** What happens. */
  enum Kind {
    /** The worker is killed and started again. */
    KILL,
    /** The database is stopped and started again. */
    DATABASE
  }

  /** Those of a plan, evenly over its letters, in their order. */
  static List<Disturbance> spread(SinkTrial.Plan plan) {
    List<Disturbance> all = new ArrayList<>();
    spread(all, Kind.KILL, plan.kills(), plan.letters());
    spread(all, Kind.DATABASE, plan.restarts(), plan.letters());
    all.sort(Comparator.comparingLong(Disturbance::after));
    return all;
  }

  private static void spread(List<Disturbance> all, Kind kind, int times, long letters) {
    for (int i = 1; i <= times; i++) {
      all.add(new Disturbance(kind, letters * i / (times + 1)));
    }
  }
}
