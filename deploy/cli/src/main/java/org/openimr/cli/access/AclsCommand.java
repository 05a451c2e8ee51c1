package org.openimr.cli.access;

import org.openimr.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code imr acls}. */
@Command(
    name = "acls",
    description = "List and apply the access rules (ACLs) of the broker.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class AclsCommand {
  private AclsCommand() {}

  /** Creates the command with its subcommands. */
  public static CommandLine create(Console console) {
    return new CommandLine(new AclsCommand())
        .addSubcommand(new AclsListCommand(console))
        .addSubcommand(new AclsApplyCommand(console));
  }
}
