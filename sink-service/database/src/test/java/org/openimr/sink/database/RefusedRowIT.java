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
import org.openimr.sink.connect.ConnectorStatus;
import org.openimr.sink.connect.Position;
import org.openimr.sink.connect.RecordSkip;

class RefusedRowIT {
  private static final String CONNECTOR = "database-cases";
  private static final String REFUSED = "CM16-0000666";
  private static final String HELD = "select count(*) from imr.cases";

  @TempDir Path folder;

  @Test
  void aRowThatTheDatabaseRefusesIsNamedAndSkippedAlone() throws Exception {
    try (Installation installation = Installation.start(folder)) {
      try (Connection connection = installation.connect();
          Statement statement = connection.createStatement()) {
        statement.execute(
            "alter table imr.cases add constraint made_up check (case_key <> '%s')"
                .formatted(REFUSED));
      }
      RecordSkip skip = new RecordSkip(installation.worker(), installation.settings());
      for (int i = 0; i < 20; i++) {
        installation.send(MadeUp.header("CM16-%07d".formatted(i), 1));
      }
      installation.send(MadeUp.header(REFUSED, 1));
      installation.flush();

      await().atMost(Installation.SOON).until(() -> failedAt(installation, skip).isPresent());
      Position refused = failedAt(installation, skip).orElseThrow();
      skip.skip(statuses(installation).findFirst().orElseThrow(), refused);

      installation.awaitText(HELD, "20");
      installation.send(MadeUp.header("CM16-0000777", 1));
      installation.awaitText(HELD, "21");
      assertThat(installation.text(HELD + " where case_key = '" + REFUSED + "'")).isEqualTo("0");
    }
  }

  private static Optional<Position> failedAt(Installation installation, RecordSkip skip) {
    return statuses(installation).flatMap(status -> skip.failedAt(status).stream()).findFirst();
  }

  private static Stream<ConnectorStatus> statuses(Installation installation) {
    return installation.worker().statuses().stream()
        .filter(status -> status.name().equals(CONNECTOR));
  }
}
