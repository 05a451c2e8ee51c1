package org.openimr.sink.connect.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SafeStackTraceTest {
  @Test
  void containsClassesAndPositionButNoMessages() {
    SafeStackTrace trace =
        SafeStackTrace.parse(
            """
            org.apache.kafka.connect.errors.ConnectException: Exiting WorkerSinkTask
            \tat org.apache.kafka.connect.runtime.WorkerSinkTask.deliverMessages(X.java:1)
            Caused by: org.apache.kafka.connect.errors.DataException: An error occurred converting \
            record, topic: imr.item-decisions.v1, partition, 3, offset: 42
            Caused by: java.lang.IllegalArgumentException: the synthetic patient says
            Caused by: pain
            """);

    assertThat(trace.position()).contains(new RecordPosition("imr.item-decisions.v1", 3, 42));
    assertThat(trace.exceptionClasses())
        .isEqualTo(
            "org.apache.kafka.connect.errors.ConnectException"
                + " < org.apache.kafka.connect.errors.DataException"
                + " < java.lang.IllegalArgumentException");
  }

  @Test
  void knowsThePositionsOfOurOwnConnectors() {
    assertThat(SafeStackTrace.parse("x.Y: no event, at imr.determinations.v1/11/7\n").position())
        .contains(new RecordPosition("imr.determinations.v1", 11, 7));
  }

  @Test
  void traceWithoutPositionHasNone() {
    assertThat(SafeStackTrace.parse("java.sql.SQLException: ERROR\n").position()).isEmpty();
  }
}
