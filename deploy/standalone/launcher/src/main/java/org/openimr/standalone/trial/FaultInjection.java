package org.openimr.standalone.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What happens to the sinks in the middle of their work.
 *
 * @param after letters that are through by then
 */
record FaultInjection(FaultType kind, long afterLetters) {

  /** What happens. */
  enum FaultType {
    /** The worker is killed and started again. */
    KILL,
    /** The database is stopped and started again. */
    DATABASE
  }

  /** Those of a plan, evenly over its letters, in their order. */
  static List<FaultInjection> spreadOver(SinkResilienceRun.TrialPlan plan) {
    List<FaultInjection> all = new ArrayList<>();
    spreadOver(all, FaultType.KILL, plan.kills(), plan.letters());
    spreadOver(all, FaultType.DATABASE, plan.restarts(), plan.letters());
    all.sort(Comparator.comparingLong(FaultInjection::afterLetters));
    return all;
  }

  private static void spreadOver(
      List<FaultInjection> all, FaultType kind, int times, long letters) {
    for (int i = 1; i <= times; i++) {
      all.add(new FaultInjection(kind, letters * i / (times + 1)));
    }
  }
}
