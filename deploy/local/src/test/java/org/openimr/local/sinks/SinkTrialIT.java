package org.openimr.local.sinks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.local.up.DataFolder;
import org.openimr.sink.reconcile.ReconciliationReport;

final class SinkTrialIT {
  private static final int LETTERS = Integer.getInteger("imr.trial.letters", 300);
  private static final int KILLS = Integer.getInteger("imr.trial.kills", 1);

  @TempDir Path folder;

  @Test
  void lakeAndDatabaseHoldWhatIsPublishedThoughTheWorkerIsKilledAndTheDatabaseRestarted()
      throws Exception {
    SinkTrial.Plan plan = new SinkTrial.Plan(LETTERS, KILLS, 1, 3000, List.of("lake", "database"));

    ReconciliationReport report;
    try (DataFolder data = DataFolder.open(Optional.of(folder.resolve("data")), false)) {
      report = SinkTrial.run(data, plan, step -> {}).report();
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
