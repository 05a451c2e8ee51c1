package org.openimr.standalone.up;

import org.openimr.sink.monitor.pipeline.PipelineStatus;

/** What the monitor shows of sinks and reconciliation: it is there before they are. */
final class DeferredPipelineState implements PipelineStatus {
  private volatile PipelineStatus shown =
      PipelineStatus.of(
          SinkStatuses.none("The pipeline is starting."),
          ReconciliationStatus.none("The pipeline is starting."));

  /** From now on. */
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
