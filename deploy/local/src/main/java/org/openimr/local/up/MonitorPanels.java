package org.openimr.local.up;

import org.openimr.sink.monitor.sinks.PipelineState;

/** What the monitor shows of sinks and reconciliation: it is there before they are. */
final class MonitorPanels implements PipelineState {
  private volatile PipelineState shown =
      PipelineState.of(
          Sinks.none("The pipeline is starting."), Reconciled.not("The pipeline is starting."));

  /** From now on. */
  void show(PipelineState state) {
    shown = state;
  }

  @Override
  public Sinks sinks() {
    return shown.sinks();
  }

  @Override
  public Reconciled reconciliation() {
    return shown.reconciliation();
  }
}
