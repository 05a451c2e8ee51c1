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
    description = "List open dead letters, oldest first, one per line; never a letter's text.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "File names are printed only with --reveal, because they may name a patient. A letter that"
          + " is",
      "one of several of its document has its number after the name, such as scan.pdf, letter 2/3.",
      "",
      "Examples:",
      "  imr dlq list --code NO_ITEMS,ITEM_INCOMPLETE --since 2026-11-01",
      "  imr dlq list --case CM17-0001234 --all      including replayed and discarded ones",
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

  @Option(names = "--all", description = "Include replayed and discarded dead letters.")
  private boolean all;

  @Option(names = "--json", description = "Print one JSON object per line.")
  private boolean json;

  @Option(names = "--reveal", description = "Print file names, which may name a patient.")
  private boolean reveal;

  DlqListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<DeadLetterCluster.ListedDeadLetter> listed = cluster.list(filters::matches, all);
    if (json) {
      listed.forEach(dead -> console.line(DeadLetterJson.line(dead, reveal)));
      return ExitCode.OK;
    }
    if (listed.isEmpty()) {
      console.note(all ? "no dead letters" : "no open dead letters");
      return ExitCode.OK;
    }
    int width =
        listed.stream()
            .mapToInt(dead -> dead.metadata().stage().length())
            .reduce(STAGE_WIDTH, Math::max);
    console.line(
        COLUMNS.formatted(
            "ID", "TIME", "CODE", stage("STAGE", width), "CASE", "REPLAYS", "STATE", "NAME"));
    listed.forEach(dead -> console.line(line(dead, width)));
    return ExitCode.OK;
  }

  private String line(DeadLetterCluster.ListedDeadLetter dead, int width) {
    DeadLetterMetadata metadata = dead.metadata();
    return COLUMNS.formatted(
        metadata.id(),
        metadata.time().toString().substring(0, 19) + "Z",
        TerminalText.singleLine(metadata.code()),
        stage(TerminalText.singleLine(metadata.stage()), width),
        TerminalText.truncate(TerminalText.singleLine(metadata.caseKey()), CASE_WIDTH),
        metadata.replays(),
        DlqShowCommand.state(dead.resolution()),
        name(metadata));
  }

  private String name(DeadLetterMetadata dead) {
    String name =
        reveal ? TerminalText.truncate(TerminalText.singleLine(dead.name()), NAME_WIDTH) : "";
    return dead.part()
        .map(part -> (name + ", letter " + part).replaceFirst("^, ", ""))
        .orElse(name);
  }

  /** The stage of a sink contains the name of its connector, so the column has no fixed width. */
  private static String stage(String stage, int width) {
    return ("%-" + width + "s").formatted(stage);
  }
}
