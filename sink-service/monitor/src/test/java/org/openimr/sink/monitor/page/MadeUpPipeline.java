package org.openimr.sink.monitor.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.openimr.sink.monitor.sinks.PipelineState;
import org.openimr.sink.monitor.sinks.SinkState;
import org.openimr.sink.reconcile.Difference;
import org.openimr.sink.reconcile.ReconciliationReport;
import org.openimr.sink.reconcile.ReconciliationReport.Events;
import org.openimr.sink.reconcile.ReconciliationReport.Letters;
import org.openimr.sink.reconcile.ReconciliationReport.SinkCounts;

/** A pipeline with a sink at work and one that failed. */
final class MadeUpPipeline {
  private MadeUpPipeline() {}

  static PipelineState of(int differences) {
    return PipelineState.of(
        new PipelineState.Sinks(
            "",
            List.of(
                new SinkState(
                    "database",
                    "database-headers",
                    "FAILED",
                    1,
                    0,
                    "java.sql.SQLException",
                    "imr.case-headers.v1/3/17"),
                new SinkState("lake", "lake", "RUNNING", 1, 1, "", ""))),
        new PipelineState.Reconciled("", Optional.of(report(differences))));
  }

  private static ReconciliationReport report(int differences) {
    return new ReconciliationReport(
        Instant.parse("2026-11-01T10:00:00Z"),
        Duration.ofMillis(120),
        2048,
        false,
        new Letters(15, 0, 0, 14, 0, 12, 0, 1, 2, 0, 0),
        new Events(11, 20, 21, 21, 0),
        List.of(new SinkCounts("lake", OptionalLong.of(11), OptionalLong.of(20), false)),
        IntStream.range(0, differences).mapToObj(MadeUpPipeline::difference).toList());
  }

  private static Difference difference(int number) {
    return new Difference("lake", Optional.of("CM17-90000" + number), 2, 1, "revision held");
  }
}
