package org.openimr.sink.connect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FailureTraceTest {
  @Test
  void saysTheClassesAndThePositionAndNothingOfTheMessages() {
    FailureTrace trace =
        FailureTrace.of(
            """
            org.apache.kafka.connect.errors.ConnectException: Exiting WorkerSinkTask
            \tat org.apache.kafka.connect.runtime.WorkerSinkTask.deliverMessages(X.java:1)
            Caused by: org.apache.kafka.connect.errors.DataException: An error occurred converting \
            record, topic: imr.item-decisions.v1, partition, 3, offset: 42
            Caused by: java.lang.IllegalArgumentException: the made-up patient says
            Caused by: pain
            """);

    assertThat(trace.position()).contains(new Position("imr.item-decisions.v1", 3, 42));
    assertThat(trace.kinds())
        .isEqualTo(
            "org.apache.kafka.connect.errors.ConnectException"
                + " < org.apache.kafka.connect.errors.DataException"
                + " < java.lang.IllegalArgumentException");
  }

  @Test
  void knowsThePositionsOfOurOwnConnectors() {
    assertThat(FailureTrace.of("x.Y: no event, at imr.determinations.v1/11/7\n").position())
        .contains(new Position("imr.determinations.v1", 11, 7));
  }

  @Test
  void aTraceWithoutAPositionNamesNone() {
    assertThat(FailureTrace.of("java.sql.SQLException: ERROR\n").position()).isEmpty();
  }
}
