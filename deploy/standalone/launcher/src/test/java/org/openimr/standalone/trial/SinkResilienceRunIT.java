package org.openimr.standalone.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.sink.reconcile.report.ReconciliationReport;
import org.openimr.standalone.pipeline.DataDirectory;

final class SinkResilienceRunIT {
  private static final int LETTERS = Integer.getInteger("imr.trial.letters", 300);
  private static final int KILLS = Integer.getInteger("imr.trial.kills", 1);

  @TempDir Path directory;

  @Test
  void sinksHoldAllEventsAfterWorkerKillAndDatabaseRestart() throws Exception {
    SinkResilienceRun.TrialPlan plan =
        new SinkResilienceRun.TrialPlan(LETTERS, KILLS, 1, 3000, List.of("lake", "database"));

    ReconciliationReport report;
    try (DataDirectory data = DataDirectory.open(Optional.of(directory.resolve("data")), false)) {
      report = SinkResilienceRun.run(data, plan, step -> {}).report();
    }

    assertThat(report.differences()).isEmpty();
    assertThat(report.sinks())
        .hasSize(2)
        .allSatisfy(
            sink -> {
              assertThat(sink.isBehind()).isFalse();
              assertThat(sink.cases()).hasValue(report.events().cases());
              assertThat(sink.items()).hasValue(report.events().items());
            });
  }
}
