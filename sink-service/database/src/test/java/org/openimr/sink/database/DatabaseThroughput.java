package org.openimr.sink.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    try (Installation installation = Installation.start(folder)) {
      warm(installation);
      installation.worker().stop(DECISIONS);
      for (int i = 0; i < items; i++) {
        installation.send(decision(i));
      }
      installation.flush();
      measure(installation, items);
    }
  }

  private static void warm(Installation installation) {
    for (int i = 0; i < 1000; i++) {
      installation.send(decision(-1 - i));
    }
    installation.awaitText("select count(*) from imr.decisions", "1000");
  }

  private static void measure(Installation installation, int items) {
    Duration processor = processorTime();
    installation.worker().resume(DECISIONS);
    installation.awaitText("select count(*) > 1000 from imr.decisions", "t");
    long start = System.nanoTime();
    int first = held(installation);
    installation.awaitText("select count(*) from imr.decisions", Integer.toString(items + 1000));
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        "%d items in %.1f s: %.0f items/s; this process %.1f s of processor%n",
        items,
        seconds,
        (items + 1000 - first) / seconds,
        processorTime().minus(processor).toMillis() / 1e3);
    System.out.println(
        installation.text(
            "select count(*) || ' citations, ' || pg_size_pretty(pg_database_size('imr')) from imr.citations"));
  }

  private static int held(Installation installation) {
    return Integer.parseInt(installation.text("select count(*) from imr.decisions"));
  }

  private static Duration processorTime() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static ItemDecision decision(int number) {
    ItemDecision decision =
        MadeUp.decision("CM16-%07d".formatted(number), 1, 1, "Made-up Pain", "Made-up Hip");
    decision.setRationale(RATIONALE);
    return decision;
  }
}
