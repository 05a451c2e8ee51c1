package org.openimr.cli.deadletters;

import org.openimr.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code imr dlq}. */
@Command(
    name = "dlq",
    description = "Dead letters: what could not be read or published, and why.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "A dead letter is open until it is replayed or discarded; what was done is kept in the"
          + " cluster.",
      "",
      "Examples:",
      "  imr dlq stats                                  how many of which code, first and last",
      "  imr dlq list --code UNKNOWN_LAYOUT --since 7d",
      "  imr dlq show 3-17                              why; never the letter itself",
      "  imr dlq replay --code UNKNOWN_LAYOUT --dry-run",
      "  imr dlq discard --code NOT_A_LETTER --reason 'holiday pictures'"
    })
public final class DlqCommand {
  private DlqCommand() {}

  /** The command with all its subcommands, printing to a console. */
  public static CommandLine with(Console console) {
    return new CommandLine(new DlqCommand())
        .addSubcommand(new DlqListCommand(console))
        .addSubcommand(new DlqShowCommand(console))
        .addSubcommand(new DlqReplayCommand(console))
        .addSubcommand(new DlqDiscardCommand(console))
        .addSubcommand(new DlqStatsCommand(console));
  }
}
