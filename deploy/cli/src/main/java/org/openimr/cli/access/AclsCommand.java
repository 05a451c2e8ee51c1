package org.openimr.cli.access;

import org.openimr.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code imr acls}. */
@Command(
    name = "acls",
    description = "Who may do what on the broker: the rules, a principal for each service.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class AclsCommand {
  private AclsCommand() {}

  /** The command with its subcommands. */
  public static CommandLine with(Console console) {
    return new CommandLine(new AclsCommand())
        .addSubcommand(new AclsListCommand(console))
        .addSubcommand(new AclsApplyCommand(console));
  }
}
