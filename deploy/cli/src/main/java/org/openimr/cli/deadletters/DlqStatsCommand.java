package org.openimr.cli.deadletters;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.console.TerminalText;
import org.openimr.cli.deadletters.resolution.DeadLetterMetadata;
import org.openimr.cli.deadletters.resolution.DeadLetterResolution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr dlq stats}. */
@Command(
    name = "stats",
    description = "Count dead letters by code and stage, with the first and last time.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The topic holds the dead letters of the last 90 days.",
      "",
      "Examples:",
      "  imr dlq stats",
      "  imr dlq stats --since 24h --json"
    })
final class DlqStatsCommand implements Callable<Integer> {
  private static final String COLUMNS = "%-16s %-8s %8s %9s %10s  %-20s %-20s";

  private final Console console;

  @Mixin private DeadLetterCluster cluster;
  @Mixin private DeadLetterFilters filters;

  @Option(names = "--json", description = "Print one JSON object per line.")
  private boolean json;

  DlqStatsCommand(Console console) {
    this.console = console;
  }

  /** Counts for one code and stage. */
  private record StatsRow(
      String code,
      String stage,
      long open,
      long replayed,
      long discarded,
      Instant first,
      Instant last) {
    static StatsRow of(DeadLetterCluster.ListedDeadLetter dead) {
      DeadLetterMetadata metadata = dead.metadata();
      DeadLetterResolution.Kind kind =
          dead.resolution().map(DeadLetterResolution::kind).orElse(null);
      return new StatsRow(
          metadata.code(),
          metadata.stage(),
          kind == null ? 1 : 0,
          kind == DeadLetterResolution.Kind.REPLAYED ? 1 : 0,
          kind == DeadLetterResolution.Kind.DISCARDED ? 1 : 0,
          metadata.time(),
          metadata.time());
    }

    StatsRow plus(StatsRow other) {
      return new StatsRow(
          code,
          stage,
          open + other.open,
          replayed + other.replayed,
          discarded + other.discarded,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }

    StatsRow named(String name) {
      return new StatsRow(name, "", open, replayed, discarded, first, last);
    }
  }

  @Override
  public Integer call() {
    Map<String, StatsRow> rows = new TreeMap<>();
    for (DeadLetterCluster.ListedDeadLetter dead : cluster.list(filters::matches, true)) {
      StatsRow row = StatsRow.of(dead);
      rows.merge(row.code() + " " + row.stage(), row, StatsRow::plus);
    }
    if (json) {
      rows.values().forEach(row -> console.line(json(row)));
    } else {
      print(rows.values());
    }
    return ExitCode.OK;
  }

  private void print(Collection<StatsRow> rows) {
    if (rows.isEmpty()) {
      console.note("no dead letters");
      return;
    }
    console.line(
        COLUMNS
            .formatted("CODE", "STAGE", "OPEN", "REPLAYED", "DISCARDED", "FIRST", "LAST")
            .strip());
    rows.forEach(row -> console.line(line(row)));
    if (rows.size() > 1) {
      console.line(line(rows.stream().reduce(StatsRow::plus).orElseThrow().named("all")));
    }
  }

  private static String line(StatsRow row) {
    return COLUMNS.formatted(
        TerminalText.singleLine(row.code()),
        TerminalText.singleLine(row.stage()),
        row.open(),
        row.replayed(),
        row.discarded(),
        DlqShowCommand.truncatedToSeconds(row.first()),
        DlqShowCommand.truncatedToSeconds(row.last()));
  }

  private static String json(StatsRow row) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("code", row.code())
        .put("stage", row.stage())
        .put("count", row.open() + row.replayed() + row.discarded())
        .put("open", row.open())
        .put("replayed", row.replayed())
        .put("discarded", row.discarded())
        .put("first", row.first().toString())
        .put("last", row.last().toString())
        .toString();
  }
}
