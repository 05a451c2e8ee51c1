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
  private static final String HELD =
      "select (select count(*) from imr.decisions) || ' ' || (select count(*) from imr.citations)";

  @TempDir Path folder;

  @Test
  void databaseRestartDuringLoadKeepsEveryRowExactlyOnce() throws Exception {
    try (DatabaseSinkFixture installation = DatabaseSinkFixture.start(folder);
        ConnectorSupervisor watch =
            ConnectorSupervisor.start(installation.rest(), new SimpleMeterRegistry())) {
      sendAll(installation, 1);
      await().atMost(DatabaseSinkFixture.SOON).until(() -> held(installation) > CASES / 10);

      installation.stopDatabase();
      sendAll(installation, 2);
      installation.startDatabase();

      assertThat(held(installation)).isLessThan(2 * CASES);
      await()
          .atMost(Duration.ofMinutes(4))
          .until(
              () ->
                  (CASES + " " + 3 * CASES).equals(installation.text(HELD))
                      && "2".equals(installation.text("select min(revision) from imr.decisions")));
      await().atMost(DatabaseSinkFixture.SOON).until(() -> watch.get().equals(HealthStatus.UP));
    }
  }

  private static void sendAll(DatabaseSinkFixture installation, int revision) {
    for (int i = 0; i < CASES; i++) {
      installation.send(
          SampleDatabaseEvents.decision(
              "CM16-%07d".formatted(i), 1, revision, "Made-up Pain", "Made-up Hip"));
    }
    installation.flush();
  }

  private static int held(DatabaseSinkFixture installation) {
    return Integer.parseInt(installation.text("select count(*) from imr.decisions"));
  }
}
