package org.openimr.sink.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.openimr.event.ItemDecision;

/**
 * Measures how many items a second the database takes: {@code [ITEMS]}, a letter's text each, with
 * three citations each. All are on their topic before the sink begins.
 */
final class DatabaseThroughput {
  private static final int STANDARD_ITEMS = 20_000;
  private static final String RATIONALE = "Made-up words as long as those of a letter. ".repeat(40);
  private static final String DECISIONS = "database-decisions";

  private DatabaseThroughput() {}

  public static void main(String[] arguments) throws Exception {
    int items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : STANDARD_ITEMS;
    Path folder = Files.createTempDirectory("imr-throughput");
    try (DatabaseSinkFixture installation = DatabaseSinkFixture.start(folder)) {
      warm(installation);
      installation.worker().stop(DECISIONS);
      for (int i = 0; i < items; i++) {
        installation.send(decision(i));
      }
      installation.flush();
      measure(installation, items, server(folder));
    }
  }

  private static void warm(DatabaseSinkFixture installation) {
    for (int i = 0; i < 1000; i++) {
      installation.send(decision(-1 - i));
    }
    installation.awaitText("select count(*) from imr.decisions", "1000");
  }

  private static void measure(DatabaseSinkFixture installation, int items, ProcessHandle server) {
    Duration worker = processorTime(ProcessHandle.current());
    Duration database = processorTime(server);
    installation.worker().resume(DECISIONS);
    installation.awaitText("select count(*) > 1000 from imr.decisions", "t");
    long start = System.nanoTime();
    int first = held(installation);
    installation.awaitText("select count(*) from imr.decisions", Integer.toString(items + 1000));
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%d items in %.1f s: %.0f items/s; processor a thousand items: worker %.2f s, database %.2f"
            + " s%n",
        items,
        seconds,
        (items + 1000 - first) / seconds,
        processorTime(ProcessHandle.current()).minus(worker).toMillis() / (double) items,
        processorTime(server).minus(database).toMillis() / (double) items);
    System.out.println(
        installation.text(
            "select count(*) || ' citations, ' || pg_size_pretty(pg_database_size('imr')) from"
                + " imr.citations"));
  }

  private static int held(DatabaseSinkFixture installation) {
    return Integer.parseInt(installation.text("select count(*) from imr.decisions"));
  }

  /** Of a process and those that it started. */
  private static Duration processorTime(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.children())
        .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static ProcessHandle server(Path folder) throws IOException {
    Path number = folder.resolve("database").resolve("data").resolve("postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(number).getFirst())).orElseThrow();
  }

  private static ItemDecision decision(int number) {
    ItemDecision decision =
        SampleDatabaseEvents.decision(
            "CM16-%07d".formatted(number), 1, 1, "Made-up Pain", "Made-up Hip");
    decision.setRationale(RATIONALE);
    return decision;
  }
}
