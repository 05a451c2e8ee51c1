package org.openimr.sink.connect.client;

import java.util.List;
import java.util.Optional;

/**
 * Status of a connector.
 *
 * @param name name of the connector: that of the sink or {@code <sink>-<part>}
 * @param state state of the connector itself
 * @param worker address of the worker that runs it
 * @param trace stack trace of its failure; may hold text of letters, for operators only
 * @param tasks tasks by number
 */
public record ConnectorStatus(
    String name, State state, String worker, Optional<String> trace, List<TaskStatus> tasks) {

  public ConnectorStatus {
    tasks = List.copyOf(tasks);
  }

  /** State of a connector or task, as named by Connect. */
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

  /** Name of the sink of this connector. */
  public String sink() {
    int dash = name.indexOf('-');
    return dash < 0 ? name : name.substring(0, dash);
  }

  /** Whether the connector or any of its tasks has failed. */
  public boolean isFailed() {
    return state == State.FAILED || tasks.stream().anyMatch(task -> task.state() == State.FAILED);
  }

  /** Whether the connector and all its tasks, at least one, are running. */
  public boolean isRunning() {
    return state == State.RUNNING
        && !tasks.isEmpty()
        && tasks.stream().allMatch(task -> task.state() == State.RUNNING);
  }

  /** Stack trace of the first failed task, otherwise of the connector. */
  public Optional<String> failure() {
    return tasks.stream().flatMap(task -> task.trace().stream()).findFirst().or(() -> trace);
  }
}
