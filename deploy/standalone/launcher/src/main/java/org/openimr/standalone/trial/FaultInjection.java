package org.openimr.standalone.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A fault to inject into the sinks.
 *
 * @param kind type of the fault
 * @param afterLetters number of processed letters after which it is injected
 */
record FaultInjection(FaultType kind, long afterLetters) {

  /** Types of faults. */
  enum FaultType {
    /** The worker is killed and started again. */
    KILL,
    /** The database is stopped and started again. */
    DATABASE
  }

  /** The faults of a plan, distributed evenly over its letters, in order. */
  static List<FaultInjection> spreadOver(SinkResilienceRun.TrialPlan plan) {
    List<FaultInjection> all = new ArrayList<>();
    spreadOver(all, FaultType.KILL, plan.kills(), plan.letters());
    spreadOver(all, FaultType.DATABASE, plan.restarts(), plan.letters());
    all.sort(Comparator.comparingLong(FaultInjection::afterLetters));
    return all;
  }

  private static void spreadOver(
      List<FaultInjection> all, FaultType kind, int count, long letters) {
    for (int i = 1; i <= count; i++) {
      all.add(new FaultInjection(kind, letters * i / (count + 1)));
    }
  }
}
