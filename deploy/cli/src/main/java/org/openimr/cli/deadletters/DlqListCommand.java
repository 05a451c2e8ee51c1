package org.openimr.cli.deadletters;

import java.util.List;
import java.util.concurrent.Callable;
import org.openimr.cli.console.Console;
import org.openimr.cli.console.ExitCode;
import org.openimr.cli.console.TerminalText;
import org.openimr.cli.deadletters.resolution.DeadLetterMetadata;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code imr dlq list}. */
@Command(
    name = "list",
    description = "The open dead letters, a line each, the oldest first; never a letter's text.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  imr dlq list --code NO_ITEMS,ITEM_INCOMPLETE --since 2026-11-01",
      "  imr dlq list --case CM17-0001234 --all      also those that were replayed or discarded",
      "  imr dlq list --json | jq .message"
    })
final class DlqListCommand implements Callable<Integer> {
  private static final String COLUMNS = "%-10s %-20s %-16s %s %-14s %7s %-9s %s";
  private static final int STAGE_WIDTH = 8;
  private static final int CASE_WIDTH = 14;
  private static final int NAME_WIDTH = 40;

  private final Console console;

  @Mixin private DeadLetterCluster cluster;
  @Mixin private DeadLetterFilters filters;

  @Option(names = "--all", description = "Also those that are settled.")
  private boolean all;

  @Option(names = "--json", description = "A JSON object a line.")
  private boolean json;

  DlqListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<DeadLetterCluster.ListedDeadLetter> known = cluster.list(filters::matches, all);
    if (json) {
      known.forEach(dead -> console.line(DeadLetterJson.line(dead)));
      return ExitCode.OK;
    }
    if (known.isEmpty()) {
      console.note("no dead letters" + (all ? "" : " are open"));
      return ExitCode.OK;
    }
    int width =
        known.stream()
            .mapToInt(dead -> dead.head().stage().length())
            .reduce(STAGE_WIDTH, Math::max);
    console.line(
        COLUMNS.formatted(
            "ID", "TIME", "CODE", stage("STAGE", width), "CASE", "REPLAYS", "STATE", "NAME"));
    known.forEach(dead -> console.line(line(dead, width)));
    return ExitCode.OK;
  }

  private static String line(DeadLetterCluster.ListedDeadLetter dead, int width) {
    DeadLetterMetadata head = dead.head();
    return COLUMNS.formatted(
        head.id(),
        head.time().toString().substring(0, 19) + "Z",
        TerminalText.singleLine(head.code()),
        stage(TerminalText.singleLine(head.stage()), width),
        TerminalText.truncate(TerminalText.singleLine(head.caseKey()), CASE_WIDTH),
        head.replays(),
        DlqShowCommand.state(dead.settled()),
        TerminalText.truncate(TerminalText.singleLine(head.name()), NAME_WIDTH));
  }

  /** Sinks' stages have the connector's name, the longest there is. */
  private static String stage(String stage, int width) {
    return ("%-" + width + "s").formatted(stage);
  }
}
