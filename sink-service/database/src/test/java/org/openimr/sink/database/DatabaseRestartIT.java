package org.openimr.sink.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.runtime.health.HealthStatus;
import org.openimr.sink.connect.worker.ConnectorSupervisor;

class DatabaseRestartIT {
  private static final int CASES = 4_000;
  private static final String COUNTS =
      "select (select count(*) from imr.decisions) || ' ' || (select count(*) from imr.citations)";

  @TempDir Path directory;

  @Test
  void databaseRestartDuringLoadKeepsEveryRowExactlyOnce() throws Exception {
    try (DatabaseSinkFixture fixture = DatabaseSinkFixture.start(directory);
        ConnectorSupervisor supervisor =
            ConnectorSupervisor.start(fixture.rest(), new SimpleMeterRegistry())) {
      sendAll(fixture, 1);
      await().atMost(DatabaseSinkFixture.SOON).until(() -> decisions(fixture) > CASES / 10);

      fixture.stopDatabase();
      sendAll(fixture, 2);
      fixture.startDatabase();

      assertThat(decisions(fixture)).isLessThan(2 * CASES);
      await()
          .atMost(Duration.ofMinutes(4))
          .until(
              () ->
                  (CASES + " " + 3 * CASES).equals(fixture.text(COUNTS))
                      && "2".equals(fixture.text("select min(revision) from imr.decisions")));
      await()
          .atMost(DatabaseSinkFixture.SOON)
          .until(() -> supervisor.get().equals(HealthStatus.UP));
    }
  }

  private static void sendAll(DatabaseSinkFixture fixture, int revision) {
    for (int i = 0; i < CASES; i++) {
      fixture.send(
          SampleDatabaseEvents.decision(
              "CM16-%07d".formatted(i), 1, revision, "Synthetic Pain", "Synthetic Hip"));
    }
    fixture.flush();
  }

  private static int decisions(DatabaseSinkFixture fixture) {
    return Integer.parseInt(fixture.text("select count(*) from imr.decisions"));
  }
}
