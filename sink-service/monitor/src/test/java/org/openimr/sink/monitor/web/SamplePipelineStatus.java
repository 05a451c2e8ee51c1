package org.openimr.sink.monitor.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.openimr.sink.monitor.pipeline.PipelineStatus;
import org.openimr.sink.monitor.pipeline.SinkStatus;
import org.openimr.sink.reconcile.report.Discrepancy;
import org.openimr.sink.reconcile.report.ReconciliationReport;
import org.openimr.sink.reconcile.report.ReconciliationReport.EventTotals;
import org.openimr.sink.reconcile.report.ReconciliationReport.LetterTotals;
import org.openimr.sink.reconcile.report.ReconciliationReport.SinkCounts;

/** A pipeline with a running sink and a failed sink. */
final class SamplePipelineStatus {
  private SamplePipelineStatus() {}

  static PipelineStatus of(int differences) {
    return PipelineStatus.of(
        new PipelineStatus.SinkStatuses(
            "",
            List.of(
                new SinkStatus(
                    "database",
                    "database-headers",
                    "FAILED",
                    1,
                    0,
                    "java.sql.SQLException",
                    "imr.case-headers.v1/3/17"),
                new SinkStatus("lake", "lake", "RUNNING", 1, 1, "", ""))),
        new PipelineStatus.ReconciliationStatus("", Optional.of(report(differences))));
  }

  private static ReconciliationReport report(int differences) {
    return new ReconciliationReport(
        Instant.parse("2026-11-01T10:00:00Z"),
        Duration.ofMillis(120),
        2048,
        false,
        new LetterTotals(15, 0, 0, 14, 0, 0, 12, 0, 1, 2, 0, 0),
        new EventTotals(11, 20, 21, 21, 0),
        List.of(new SinkCounts("lake", OptionalLong.of(11), OptionalLong.of(20), false)),
        IntStream.range(0, differences).mapToObj(SamplePipelineStatus::difference).toList());
  }

  private static Discrepancy difference(int number) {
    return new Discrepancy("lake", Optional.of("CM17-90000" + number), 2, 1, "revision held");
  }
}
