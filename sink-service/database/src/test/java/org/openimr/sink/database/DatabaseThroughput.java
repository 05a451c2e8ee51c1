package org.openimr.sink.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.openimr.event.ItemDecision;

/**
 * Measures how many items per second the database sink writes. Takes the number of items as an
 * optional argument; each has a rationale of typical length and three citations. All records are on
 * their topic before the sink starts.
 */
final class DatabaseThroughput {
  private static final int DEFAULT_ITEMS = 20_000;
  private static final String RATIONALE = "Synthetic rationale as long as a real one. ".repeat(40);
  private static final String DECISIONS = "database-decisions";

  private DatabaseThroughput() {}

  public static void main(String[] arguments) throws Exception {
    int items = arguments.length > 0 ? Integer.parseInt(arguments[0]) : DEFAULT_ITEMS;
    Path directory = Files.createTempDirectory("imr-throughput");
    try (DatabaseSinkFixture fixture = DatabaseSinkFixture.start(directory)) {
      warmUp(fixture);
      fixture.worker().stop(DECISIONS);
      for (int i = 0; i < items; i++) {
        fixture.send(decision(i));
      }
      fixture.flush();
      measure(fixture, items, server(directory));
    }
  }

  private static void warmUp(DatabaseSinkFixture fixture) {
    for (int i = 0; i < 1000; i++) {
      fixture.send(decision(-1 - i));
    }
    fixture.awaitText("select count(*) from imr.decisions", "1000");
  }

  private static void measure(DatabaseSinkFixture fixture, int items, ProcessHandle server) {
    Duration worker = cpuTime(ProcessHandle.current());
    Duration database = cpuTime(server);
    fixture.worker().resume(DECISIONS);
    fixture.awaitText("select count(*) > 1000 from imr.decisions", "t");
    long start = System.nanoTime();
    int first = decisions(fixture);
    fixture.awaitText("select count(*) from imr.decisions", Integer.toString(items + 1000));
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%d items in %.1f s: %.0f items/s; CPU per 1000 items: worker %.2f s, database %.2f s%n",
        items,
        seconds,
        (items + 1000 - first) / seconds,
        cpuTime(ProcessHandle.current()).minus(worker).toMillis() / (double) items,
        cpuTime(server).minus(database).toMillis() / (double) items);
    System.out.println(
        fixture.text(
            "select count(*) || ' citations, ' || pg_size_pretty(pg_database_size('imr')) from"
                + " imr.citations"));
  }

  private static int decisions(DatabaseSinkFixture fixture) {
    return Integer.parseInt(fixture.text("select count(*) from imr.decisions"));
  }

  /** CPU time of a process and its children. */
  private static Duration cpuTime(ProcessHandle process) {
    return Stream.concat(Stream.of(process), process.children())
        .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static ProcessHandle server(Path directory) throws IOException {
    Path pidFile = directory.resolve("database").resolve("data").resolve("postmaster.pid");
    return ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst())).orElseThrow();
  }

  private static ItemDecision decision(int number) {
    ItemDecision decision =
        SampleDatabaseEvents.decision(
            "CM16-%07d".formatted(number), 1, 1, "Synthetic Pain", "Synthetic Hip");
    decision.setRationale(RATIONALE);
    return decision;
  }
}
