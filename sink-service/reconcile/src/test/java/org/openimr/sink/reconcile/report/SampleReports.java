package org.openimr.sink.reconcile.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.openimr.sink.reconcile.report.ReconciliationReport.EventTotals;
import org.openimr.sink.reconcile.report.ReconciliationReport.LetterTotals;
import org.openimr.sink.reconcile.report.ReconciliationReport.SinkCounts;

public final class SampleReports {
  private SampleReports() {}

  public static ReconciliationReport with(Discrepancy... differences) {
    return with(new LetterTotals(1000, 2, 0, 990, 0, 0, 970, 12, 10, 8, 0, 0), differences);
  }

  static ReconciliationReport with(LetterTotals letters, Discrepancy... differences) {
    return new ReconciliationReport(
        Instant.parse("2026-11-21T11:00:00Z"),
        Duration.ofMillis(120),
        4096,
        true,
        letters,
        new EventTotals(950, 1900, 1950, 1950, 3),
        List.of(
            new SinkCounts("lake", OptionalLong.of(950), OptionalLong.of(1900), false),
            new SinkCounts("webhook", OptionalLong.empty(), OptionalLong.empty(), true)),
        List.of(differences));
  }
}
