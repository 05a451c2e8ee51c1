package org.openimr.sink.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openimr.sink.connect.client.ConnectorStatus;
import org.openimr.sink.connect.client.ConnectorStatus.State;
import org.openimr.sink.connect.client.ConnectorStatus.TaskStatus;
import org.openimr.sink.monitor.pipeline.SinkStatus;

class SinkPipelineStatusTest {
  private static final String WORKER = "127.0.0.1:8083";

  @Test
  void failedTaskShowsExceptionClassesAndPositionButNoMessage() {
    String trace =
        "org.example.WriteException: the knee of a synthetic patient at imr.items.v1/3/17\n"
            + "\tat org.example.Writer.put(Writer.java:7)\n"
            + "Caused by: java.net.ConnectException: a synthetic patient";

    SinkStatus state =
        SinkPipelineStatus.state(
            connector(State.RUNNING, task(0, State.RUNNING, ""), task(1, State.FAILED, trace)));

    assertThat(state.sink()).isEqualTo("database");
    assertThat(state.state()).isEqualTo("FAILED");
    assertThat(state.running()).isEqualTo(1);
    assertThat(state.tasks()).isEqualTo(2);
    assertThat(state.failure()).isEqualTo("org.example.WriteException < java.net.ConnectException");
    assertThat(state.position()).isEqualTo("imr.items.v1/3/17");
  }

  @Test
  void connectorHasItsWorstTaskState() {
    assertThat(stateOf(connector(State.PAUSED, task(0, State.PAUSED, "")))).isEqualTo("PAUSED");
    assertThat(stateOf(connector(State.RUNNING, task(0, State.RESTARTING, ""))))
        .isEqualTo("RESTARTING");
    assertThat(stateOf(connector(State.RUNNING))).isEqualTo("UNASSIGNED");
    assertThat(stateOf(connector(State.RUNNING, task(0, State.RUNNING, "")))).isEqualTo("RUNNING");
  }

  private static String stateOf(ConnectorStatus status) {
    return SinkPipelineStatus.state(status).state();
  }

  private static ConnectorStatus connector(State state, TaskStatus... tasks) {
    return new ConnectorStatus("database-items", state, WORKER, Optional.empty(), List.of(tasks));
  }

  private static TaskStatus task(int number, State state, String trace) {
    return new TaskStatus(
        number, state, WORKER, Optional.of(trace).filter(text -> !text.isEmpty()));
  }
}
