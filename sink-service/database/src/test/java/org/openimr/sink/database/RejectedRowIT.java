package org.openimr.sink.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.sink.connect.client.ConnectorStatus;
import org.openimr.sink.connect.client.RecordSkipper;
import org.openimr.sink.connect.record.RecordPosition;

class RejectedRowIT {
  private static final String CONNECTOR = "database-cases";
  private static final String REFUSED = "CM16-0000666";
  private static final String HELD = "select count(*) from imr.cases";

  @TempDir Path folder;

  @Test
  void rejectedRowIsReportedAndSkippedAlone() throws Exception {
    try (DatabaseSinkFixture installation = DatabaseSinkFixture.start(folder)) {
      try (Connection connection = installation.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(
            "alter table imr.cases add constraint made_up check (case_key <> '%s')"
                .formatted(REFUSED));
      }
      RecordSkipper skip = new RecordSkipper(installation.worker(), installation.settings());
      for (int i = 0; i < 20; i++) {
        installation.send(SampleDatabaseEvents.header("CM16-%07d".formatted(i), 1));
      }
      installation.send(SampleDatabaseEvents.header(REFUSED, 1));
      installation.flush();

      await()
          .atMost(DatabaseSinkFixture.SOON)
          .until(() -> failedAt(installation, skip).isPresent());
      RecordPosition refused = failedAt(installation, skip).orElseThrow();
      skip.skip(statuses(installation).findFirst().orElseThrow(), refused);

      installation.awaitText(HELD, "20");
      installation.send(SampleDatabaseEvents.header("CM16-0000777", 1));
      installation.awaitText(HELD, "21");
      assertThat(installation.text(HELD + " where case_key = '" + REFUSED + "'")).isEqualTo("0");
    }
  }

  private static Optional<RecordPosition> failedAt(
      DatabaseSinkFixture installation, RecordSkipper skip) {
    return statuses(installation)
        .flatMap(status -> skip.failedPosition(status).stream())
        .findFirst();
  }

  private static Stream<ConnectorStatus> statuses(DatabaseSinkFixture installation) {
    return installation.worker().statuses().stream()
        .filter(status -> status.name().equals(CONNECTOR));
  }
}
