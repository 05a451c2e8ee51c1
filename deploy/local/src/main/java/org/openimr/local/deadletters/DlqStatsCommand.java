package org.openimr.local.deadletters;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.openimr.local.command.ExitCode;
import org.openimr.local.console.Console;
import org.openimr.local.console.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr dlq stats}. */
@Command(
    name = "stats",
    description = "How many dead letters there are of each code and stage, the first and the last.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Counts what the topic holds: dead letters of the last 90 days.",
      "",
      "Examples:",
      "  imr dlq stats",
      "  imr dlq stats --since 24h --json"
    })
final class DlqStatsCommand implements Callable<Integer> {
  private static final String COLUMNS = "%-16s %-8s %8s %9s %10s  %-20s %-20s";

  private final Console console;

  @Mixin private Cluster cluster;
  @Mixin private Filters filters;

  @Option(names = "--json", description = "A JSON object a line.")
  private boolean json;

  DlqStatsCommand(Console console) {
    this.console = console;
  }

  /** Dead letters of one code and stage. */
  private record Row(
      String code,
      String stage,
      long open,
      long replayed,
      long discarded,
      Instant first,
      Instant last) {
    static Row of(Cluster.Known dead) {
      DeadLetterHead head = dead.head();
      Settlement.Kind kind = dead.settled().map(Settlement::kind).orElse(null);
      return new Row(
          head.code(),
          head.stage(),
          kind == null ? 1 : 0,
          kind == Settlement.Kind.REPLAYED ? 1 : 0,
          kind == Settlement.Kind.DISCARDED ? 1 : 0,
          head.time(),
          head.time());
    }

    Row plus(Row other) {
      return new Row(
          code,
          stage,
          open + other.open,
          replayed + other.replayed,
          discarded + other.discarded,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }

    Row named(String name) {
      return new Row(name, "", open, replayed, discarded, first, last);
    }
  }

  @Override
  public Integer call() {
    Map<String, Row> rows = new TreeMap<>();
    for (Cluster.Known dead : cluster.known(filters::matches, true)) {
      Row row = Row.of(dead);
      rows.merge(row.code() + " " + row.stage(), row, Row::plus);
    }
    if (json) {
      rows.values().forEach(row -> console.line(json(row)));
    } else {
      print(rows.values());
    }
    return ExitCode.OK;
  }

  private void print(Collection<Row> rows) {
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
      console.line(line(rows.stream().reduce(Row::plus).orElseThrow().named("all")));
    }
  }

  private static String line(Row row) {
    return COLUMNS.formatted(
        Printable.of(row.code()),
        Printable.of(row.stage()),
        row.open(),
        row.replayed(),
        row.discarded(),
        DlqShowCommand.seconds(row.first()),
        DlqShowCommand.seconds(row.last()));
  }

  private static String json(Row row) {
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
