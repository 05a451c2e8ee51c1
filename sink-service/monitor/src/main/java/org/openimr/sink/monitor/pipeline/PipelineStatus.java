package org.openimr.sink.monitor.pipeline;

import java.util.List;
import java.util.Optional;
import org.openimr.sink.reconcile.report.ReconciliationReport;

/** Status of the sinks and of reconciliation, from outside the monitor; queried once a second. */
public interface PipelineStatus {
  /** The status of a monitor that runs without a sink worker. */
  PipelineStatus NONE =
      of(
          SinkStatuses.none(
              "This monitor runs without a sink worker, so no sinks run in its process."),
          ReconciliationStatus.none(
              "This monitor runs without a sink worker; run imr reconcile to compare."));

  /** The current status of the sinks. */
  SinkStatuses sinks();

  /** The result of the last reconciliation. */
  ReconciliationStatus reconciliation();

  /**
   * Status of all sinks.
   *
   * @param notice a sentence: why there are no sinks, or which problem affects them; empty if there
   *     is none
   * @param connectors the connectors in order of their names
   */
  record SinkStatuses(String notice, List<SinkStatus> connectors) {
    public SinkStatuses {
      connectors = List.copyOf(connectors);
    }

    /** No sinks, with the reason as a sentence. */
    public static SinkStatuses none(String reason) {
      return new SinkStatuses(reason, List.of());
    }
  }

  /**
   * Status of reconciliation.
   *
   * @param notice a sentence: why there is no report, or that a later attempt failed; empty if
   *     there is no problem
   * @param report the last report
   */
  record ReconciliationStatus(String notice, Optional<ReconciliationReport> report) {
    /** No report, with the reason as a sentence. */
    public static ReconciliationStatus none(String reason) {
      return new ReconciliationStatus(reason, Optional.empty());
    }
  }

  /** Creates a fixed status. */
  static PipelineStatus of(SinkStatuses sinks, ReconciliationStatus reconciliation) {
    return new PipelineStatus() {
      @Override
      public SinkStatuses sinks() {
        return sinks;
      }

      @Override
      public ReconciliationStatus reconciliation() {
        return reconciliation;
      }
    };
  }
}
