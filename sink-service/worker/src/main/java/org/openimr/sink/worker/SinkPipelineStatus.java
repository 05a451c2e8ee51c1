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
 * What the monitor shows of a worker's sinks and of reconciliation.
 *
 * @param worker empty until it runs
 * @param schedule empty until it runs, and where nothing is reconciled
 * @param words what is said where there is nothing to show
 */
public record SinkPipelineStatus(
    Supplier<Optional<SinkWorker>> worker,
    Supplier<Optional<ReconciliationSchedule>> schedule,
    Notices notices)
    implements PipelineStatus {
  /**
   * Sentences.
   *
   * @param noWorker while no worker runs
   * @param noSchedule while nothing is reconciled
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
        .map(SinkPipelineStatus::reconciled)
        .orElse(ReconciliationStatus.none(notices.noSchedule()));
  }

  private static SinkStatuses sinks(SinkWorker worker) {
    List<SinkStatus> states =
        worker.connectors().stream()
            .map(SinkPipelineStatus::state)
            .sorted(Comparator.comparing(SinkStatus::connector))
            .toList();
    boolean isTold = states.stream().anyMatch(state -> !state.failure().isEmpty());
    if (isTold || worker.get().reason().isEmpty()) {
      return new SinkStatuses(
          states.isEmpty() && worker.isDeployed() ? "No sink is configured." : "", states);
    }
    return new SinkStatuses(sentence(worker.get().reason()), states);
  }

  private static ReconciliationStatus reconciled(ReconciliationSchedule schedule) {
    String notice =
        schedule.hasFailed()
            ? "The last attempt came to no result: the broker or a sink did not answer."
            : schedule.lastReport().isEmpty() ? "The first reconciliation is under way." : "";
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
