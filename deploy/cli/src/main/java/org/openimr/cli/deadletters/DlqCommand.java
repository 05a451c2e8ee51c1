package org.openimr.cli.deadletters;

import org.openimr.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code imr dlq}. */
@Command(
    name = "dlq",
    description = "List, show, replay and discard dead letters.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "A dead letter is open until it is replayed or discarded. The cluster stores both.",
      "",
      "Examples:",
      "  imr dlq stats                                  counts by code and stage",
      "  imr dlq list --code UNKNOWN_LAYOUT --since 7d",
      "  imr dlq show 3-17                              the reason, without the letter",
      "  imr dlq replay --code UNKNOWN_LAYOUT --dry-run",
      "  imr dlq discard --code NOT_A_LETTER --reason 'holiday pictures'"
    })
public final class DlqCommand {
  private DlqCommand() {}

  /** Creates the command with its subcommands. */
  public static CommandLine create(Console console) {
    return new CommandLine(new DlqCommand())
        .addSubcommand(new DlqListCommand(console))
        .addSubcommand(new DlqShowCommand(console))
        .addSubcommand(new DlqReplayCommand(console))
        .addSubcommand(new DlqDiscardCommand(console))
        .addSubcommand(new DlqStatsCommand(console));
  }
}
