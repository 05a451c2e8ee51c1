package org.openimr.sink.monitor.pipeline;

import java.util.List;
import java.util.Optional;
import org.openimr.sink.reconcile.report.ReconciliationReport;

/** What the monitor is told of the pipeline beside its own figures; asked each second. */
public interface PipelineStatus {
  /** Of a monitor that was started alone. */
  PipelineStatus NONE =
      of(
          SinkStatuses.none(
              "This monitor was started without a worker, so no sinks run beside it."),
          ReconciliationStatus.not(
              "This monitor was started alone; imr reconcile compares on demand."));

  /** How the sinks are now. */
  SinkStatuses sinks();

  /** The last reconciliation. */
  ReconciliationStatus reconciliation();

  /**
   * The sinks.
   *
   * @param notice a sentence: why there are none, or what is in the way of them; empty if all is
   *     well
   * @param connectors by name
   */
  record SinkStatuses(String notice, List<SinkStatus> connectors) {
    public SinkStatuses {
      connectors = List.copyOf(connectors);
    }

    /** None, and why. */
    public static SinkStatuses none(String why) {
      return new SinkStatuses(why, List.of());
    }
  }

  /**
   * A reconciliation.
   *
   * @param notice a sentence: why there is none, or that a later attempt came to no result; empty
   *     if all is well
   * @param report the last result
   */
  record ReconciliationStatus(String notice, Optional<ReconciliationReport> report) {
    /** None yet, and why. */
    public static ReconciliationStatus not(String why) {
      return new ReconciliationStatus(why, Optional.empty());
    }
  }

  /** One that does not change. */
  static PipelineStatus of(SinkStatuses sinks, ReconciliationStatus reconciled) {
    return new PipelineStatus() {
      @Override
      public SinkStatuses sinks() {
        return sinks;
      }

      @Override
      public ReconciliationStatus reconciliation() {
        return reconciled;
      }
    };
  }
}
