package org.openimr.sink.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openimr.event.Outcome;
import org.openimr.schemas.topic.Topic;
import org.openimr.sink.lake.maintenance.LakeMaintenance;
import org.openimr.standalone.database.EmbeddedDatabase;

/** The lake in S3-compatible storage, with its catalog in PostgreSQL. */
final class LakeS3StorageIT {
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final LocalDate MAY = LocalDate.of(2016, 5, 4);

  @TempDir Path directory;

  @Test
  void writesQueriesAndMaintainsLakeInABucket() throws Exception {
    try (S3ProxyServer s3 = S3ProxyServer.start(directory.resolve("s3"));
        EmbeddedDatabase catalog = EmbeddedDatabase.start(directory.resolve("catalog"), 0)) {
      s3.createBucket("lake");
      try (LakeSinkFixture lake =
          LakeSinkFixture.start(
              directory.resolve("stack"),
              Map.of(
                  "sinks.lake.warehouse",
                  "s3://lake/imr",
                  "sinks.lake.catalog",
                  catalog.url(),
                  "sinks.lake.catalog.user",
                  catalog.user(),
                  "sinks.lake.s3.endpoint",
                  s3.address(),
                  "sinks.lake.s3.key",
                  S3ProxyServer.KEY,
                  "sinks.lake.s3.secret",
                  S3ProxyServer.SECRET))) {
        for (int number = 1; number <= 2; number++) {
          sendAndAwait(lake, number);
        }

        LakeMaintenance maintenance = new LakeMaintenance(lake.settings());
        maintenance.compact(128 << 20, (table, progress) -> {});
        maintenance.expire(Duration.ZERO);
        sendAndAwait(lake, 3);

        assertThat(lake.query("SELECT itemNumber, outcome FROM decisions_newest ORDER BY ALL"))
            .containsExactly("1|UPHELD", "2|UPHELD", "3|UPHELD");
      }
      assertThat(parquetFiles(directory.resolve("s3/buckets/lake/imr/imr/decisions/data")))
          .isPositive();
    }
  }

  private static void sendAndAwait(LakeSinkFixture lake, int number) {
    lake.send(
        Topic.ITEM_DECISIONS,
        "CM16-0000001#" + number,
        SampleLakeEvents.item("CM16-0000001", number, 1, MAY, Outcome.UPHELD));
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(lake.query("SELECT itemNumber FROM decisions")).hasSize(number));
  }

  private static long parquetFiles(Path data) throws Exception {
    try (Stream<Path> files = Files.walk(data)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).count();
    }
  }
}
