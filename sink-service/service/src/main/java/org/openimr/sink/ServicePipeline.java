package org.openimr.sink;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openimr.sink.connect.ConnectorStatus;
import org.openimr.sink.connect.FailureTrace;
import org.openimr.sink.connect.Position;
import org.openimr.sink.monitor.sinks.PipelineState;
import org.openimr.sink.monitor.sinks.SinkState;
import org.openimr.sink.reconcile.ReconciliationSchedule;

/**
 * What the monitor shows of a worker's sinks and of reconciliation.
 *
 * @param worker empty until it runs
 * @param schedule empty until it runs, and where nothing is reconciled
 * @param words what is said where there is nothing to show
 */
public record ServicePipeline(
    Supplier<Optional<SinkWorker>> worker,
    Supplier<Optional<ReconciliationSchedule>> schedule,
    Words words)
    implements PipelineState {
  /**
   * Sentences.
   *
   * @param noWorker while no worker runs
   * @param noSchedule while nothing is reconciled
   */
  public record Words(String noWorker, String noSchedule) {}

  @Override
  public Sinks sinks() {
    return worker.get().map(ServicePipeline::sinks).orElse(Sinks.none(words.noWorker()));
  }

  @Override
  public Reconciled reconciliation() {
    return schedule
        .get()
        .map(ServicePipeline::reconciled)
        .orElse(Reconciled.not(words.noSchedule()));
  }

  private static Sinks sinks(SinkWorker worker) {
    List<SinkState> states =
        worker.connectors().stream()
            .map(ServicePipeline::state)
            .sorted(Comparator.comparing(SinkState::connector))
            .toList();
    boolean isTold = states.stream().anyMatch(state -> !state.failure().isEmpty());
    if (isTold || worker.get().reason().isEmpty()) {
      return new Sinks(
          states.isEmpty() && worker.isDeployed() ? "No sink is configured." : "", states);
    }
    return new Sinks(sentence(worker.get().reason()), states);
  }

  private static Reconciled reconciled(ReconciliationSchedule schedule) {
    String notice =
        schedule.hasFailed()
            ? "The last attempt came to no result: the broker or a sink did not answer."
            : schedule.last().isEmpty() ? "The first reconciliation is under way." : "";
    return new Reconciled(notice, schedule.last());
  }

  static SinkState state(ConnectorStatus status) {
    Optional<FailureTrace> failure =
        status.isFailed() ? status.failure().map(FailureTrace::of) : Optional.empty();
    return new SinkState(
        status.sink(),
        status.name(),
        worst(status).name(),
        status.tasks().size(),
        (int) status.tasks().stream().filter(ServicePipeline::isRunning).count(),
        failure.map(FailureTrace::kinds).orElse(""),
        failure.flatMap(FailureTrace::position).map(Position::toString).orElse(""));
  }

  private static ConnectorStatus.State worst(ConnectorStatus status) {
    if (status.isFailed()) {
      return ConnectorStatus.State.FAILED;
    }
    return Stream.concat(
            Stream.of(status.state()), status.tasks().stream().map(ConnectorStatus.Task::state))
        .filter(state -> state != ConnectorStatus.State.RUNNING)
        .findFirst()
        .orElse(
            status.tasks().isEmpty()
                ? ConnectorStatus.State.UNASSIGNED
                : ConnectorStatus.State.RUNNING);
  }

  private static boolean isRunning(ConnectorStatus.Task task) {
    return task.state() == ConnectorStatus.State.RUNNING;
  }

  private static String sentence(String reason) {
    return Character.toUpperCase(reason.charAt(0)) + reason.substring(1) + ".";
  }
}
