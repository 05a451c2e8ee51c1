package org.openimr.sink.worker;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openimr.sink.connect.client.ConnectorStatus;
import org.openimr.sink.connect.record.RecordPosition;
import org.openimr.sink.connect.record.SafeStackTrace;
import org.openimr.sink.monitor.pipeline.PipelineStatus;
import org.openimr.sink.monitor.pipeline.SinkStatus;
import org.openimr.sink.reconcile.ReconciliationSchedule;

/**
 * Status of a worker's sinks and of reconciliation, for the monitor.
 *
 * @param worker the worker; empty until it is started
 * @param schedule reconciliation; empty until it is started, and if it is disabled
 * @param notices sentences to show instead of missing content
 */
public record SinkPipelineStatus(
    Supplier<Optional<SinkWorker>> worker,
    Supplier<Optional<ReconciliationSchedule>> schedule,
    Notices notices)
    implements PipelineStatus {
  /**
   * Sentences to show instead of missing content.
   *
   * @param noWorker shown while no worker runs
   * @param noSchedule shown while there is no reconciliation
   */
  public record Notices(String noWorker, String noSchedule) {}

  @Override
  public SinkStatuses sinks() {
    return worker
        .get()
        .map(SinkPipelineStatus::sinks)
        .orElse(SinkStatuses.none(notices.noWorker()));
  }

  @Override
  public ReconciliationStatus reconciliation() {
    return schedule
        .get()
        .map(SinkPipelineStatus::reconciliationStatus)
        .orElse(ReconciliationStatus.none(notices.noSchedule()));
  }

  private static SinkStatuses sinks(SinkWorker worker) {
    List<SinkStatus> states =
        worker.connectors().stream()
            .map(SinkPipelineStatus::state)
            .sorted(Comparator.comparing(SinkStatus::connector))
            .toList();
    boolean hasFailure = states.stream().anyMatch(state -> !state.failure().isEmpty());
    if (hasFailure || worker.get().reason().isEmpty()) {
      return new SinkStatuses(
          states.isEmpty() && worker.isDeployed() ? "No sink is configured." : "", states);
    }
    return new SinkStatuses(sentence(worker.get().reason()), states);
  }

  private static ReconciliationStatus reconciliationStatus(ReconciliationSchedule schedule) {
    String notice =
        schedule.hasFailed()
            ? "The last reconciliation failed: the broker or a sink was unavailable."
            : schedule.lastReport().isEmpty() ? "The first reconciliation is in progress." : "";
    return new ReconciliationStatus(notice, schedule.lastReport());
  }

  static SinkStatus state(ConnectorStatus status) {
    Optional<SafeStackTrace> failure =
        status.isFailed() ? status.failure().map(SafeStackTrace::parse) : Optional.empty();
    return new SinkStatus(
        status.sink(),
        status.name(),
        worst(status).name(),
        status.tasks().size(),
        (int) status.tasks().stream().filter(SinkPipelineStatus::isRunning).count(),
        failure.map(SafeStackTrace::exceptionClasses).orElse(""),
        failure.flatMap(SafeStackTrace::position).map(RecordPosition::toString).orElse(""));
  }

  private static ConnectorStatus.State worst(ConnectorStatus status) {
    if (status.isFailed()) {
      return ConnectorStatus.State.FAILED;
    }
    return Stream.concat(
            Stream.of(status.state()),
            status.tasks().stream().map(ConnectorStatus.TaskStatus::state))
        .filter(state -> state != ConnectorStatus.State.RUNNING)
        .findFirst()
        .orElse(
            status.tasks().isEmpty()
                ? ConnectorStatus.State.UNASSIGNED
                : ConnectorStatus.State.RUNNING);
  }

  private static boolean isRunning(ConnectorStatus.TaskStatus task) {
    return task.state() == ConnectorStatus.State.RUNNING;
  }

  private static String sentence(String reason) {
    return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
  }
}
