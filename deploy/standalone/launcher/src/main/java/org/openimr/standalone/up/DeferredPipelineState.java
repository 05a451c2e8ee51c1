package org.openimr.standalone.up;

import org.openimr.sink.monitor.pipeline.PipelineStatus;

/** State of sinks and reconciliation for a monitor that is started before them. */
final class DeferredPipelineState implements PipelineStatus {
  private volatile PipelineStatus shown =
      PipelineStatus.of(
          SinkStatuses.none("The pipeline is starting."),
          ReconciliationStatus.none("The pipeline is starting."));

  /** Replaces the state to show. */
  void show(PipelineStatus state) {
    shown = state;
  }

  @Override
  public SinkStatuses sinks() {
    return shown.sinks();
  }

  @Override
  public ReconciliationStatus reconciliation() {
    return shown.reconciliation();
  }
}
