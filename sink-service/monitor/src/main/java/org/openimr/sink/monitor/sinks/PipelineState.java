package org.openimr.sink.monitor.sinks;

import java.util.List;
import java.util.Optional;
import org.openimr.sink.reconcile.ReconciliationReport;

/** What the monitor is told of the pipeline beside its own figures; asked each second. */
public interface PipelineState {
  /** Of a monitor that was started alone. */
  PipelineState ALONE =
      of(
          Sinks.none("This monitor was started without a worker, so no sinks run beside it."),
          Reconciled.not("This monitor was started alone; imr reconcile compares on demand."));

  /** How the sinks are now. */
  Sinks sinks();

  /** The last reconciliation. */
  Reconciled reconciliation();

  /**
   * The sinks.
   *
   * @param notice a sentence: why there are none, or what is in the way of them; empty if all is
   *     well
   * @param connectors by name
   */
  record Sinks(String notice, List<SinkState> connectors) {
    public Sinks {
      connectors = List.copyOf(connectors);
    }

    /** None, and why. */
    public static Sinks none(String why) {
      return new Sinks(why, List.of());
    }
  }

  /**
   * A reconciliation.
   *
   * @param notice a sentence: why there is none, or that a later attempt came to no result; empty
   *     if all is well
   * @param report the last result
   */
  record Reconciled(String notice, Optional<ReconciliationReport> report) {
    /** None yet, and why. */
    public static Reconciled not(String why) {
      return new Reconciled(why, Optional.empty());
    }
  }

  /** One that does not change. */
  static PipelineState of(Sinks sinks, Reconciled reconciled) {
    return new PipelineState() {
      @Override
      public Sinks sinks() {
        return sinks;
      }

      @Override
      public Reconciled reconciliation() {
        return reconciled;
      }
    };
  }
}
