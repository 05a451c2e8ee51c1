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
  private static final String REJECTED = "CM16-0000666";
  private static final String COUNT = "select count(*) from imr.cases";

  @TempDir Path directory;

  @Test
  void reportsAndSkipsOnlyTheRejectedRow() throws Exception {
    try (DatabaseSinkFixture fixture = DatabaseSinkFixture.start(directory)) {
      try (Connection connection = fixture.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(
            "alter table imr.cases add constraint test_rejection check (case_key <> '%s')"
                .formatted(REJECTED));
      }
      RecordSkipper skipper = new RecordSkipper(fixture.worker(), fixture.settings());
      for (int i = 0; i < 20; i++) {
        fixture.send(SampleDatabaseEvents.header("CM16-%07d".formatted(i), 1));
      }
      fixture.send(SampleDatabaseEvents.header(REJECTED, 1));
      fixture.flush();

      await().atMost(DatabaseSinkFixture.SOON).until(() -> failedAt(fixture, skipper).isPresent());
      RecordPosition rejected = failedAt(fixture, skipper).orElseThrow();
      skipper.skip(statuses(fixture).findFirst().orElseThrow(), rejected);

      fixture.awaitText(COUNT, "20");
      fixture.send(SampleDatabaseEvents.header("CM16-0000777", 1));
      fixture.awaitText(COUNT, "21");
      assertThat(fixture.text(COUNT + " where case_key = '" + REJECTED + "'")).isEqualTo("0");
    }
  }

  private static Optional<RecordPosition> failedAt(
      DatabaseSinkFixture fixture, RecordSkipper skipper) {
    return statuses(fixture).flatMap(status -> skipper.failedPosition(status).stream()).findFirst();
  }

  private static Stream<ConnectorStatus> statuses(DatabaseSinkFixture fixture) {
    return fixture.worker().statuses().stream().filter(status -> status.name().equals(CONNECTOR));
  }
}
