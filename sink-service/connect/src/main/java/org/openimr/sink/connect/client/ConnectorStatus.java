package org.openimr.sink.connect.client;

import java.util.List;
import java.util.Optional;

/**
 * How a connector is.
 *
 * @param name its name; the sink's own or {@code <sink>-<part>}
 * @param state of the connector itself
 * @param worker address of the worker that it is on
 * @param trace stack trace of its failure; may hold text of letters, for operators only
 * @param tasks its tasks by number
 */
public record ConnectorStatus(
    String name, State state, String worker, Optional<String> trace, List<TaskStatus> tasks) {

  public ConnectorStatus {
    tasks = List.copyOf(tasks);
  }

  /** State of a connector or task, in Connect's own words. */
  public enum State {
    RUNNING,
    PAUSED,
    STOPPED,
    FAILED,
    UNASSIGNED,
    RESTARTING,
    DESTROYED
  }

  /**
   * A task of a connector.
   *
   * @param number from 0
   * @param trace stack trace of its failure; may hold text of letters, for operators only
   */
  public record TaskStatus(int number, State state, String worker, Optional<String> trace) {}

  /** The sink that the connector is of. */
  public String sink() {
    int dash = name.indexOf('-');
    return dash < 0 ? name : name.substring(0, dash);
  }

  /** Whether it or any of its tasks has failed. */
  public boolean isFailed() {
    return state == State.FAILED || tasks.stream().anyMatch(task -> task.state() == State.FAILED);
  }

  /** Whether it and all its tasks, one at least, are at work. */
  public boolean isRunning() {
    return state == State.RUNNING
        && !tasks.isEmpty()
        && tasks.stream().allMatch(task -> task.state() == State.RUNNING);
  }

  /** The first failure's trace, the tasks' before the connector's. */
  public Optional<String> failure() {
    return tasks.stream().flatMap(task -> task.trace().stream()).findFirst().or(() -> trace);
  }
}
