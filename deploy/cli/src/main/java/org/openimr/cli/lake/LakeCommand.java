package org.openimr.cli.lake;

import org.openimr.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code imr lake}. */
@Command(
    name = "lake",
    description = "Query and maintain the lake, without a broker.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  imr lake query --warehouse state/lake --example outcomes-by-category",
      "  imr lake query --warehouse state/lake \"SELECT count(*) FROM decisions_newest\"",
      "  imr lake compact --warehouse state/lake",
      "  imr lake expire --warehouse state/lake --older-than 7d"
    })
public final class LakeCommand implements Runnable {
  @Spec private CommandSpec spec;

  private LakeCommand() {}

  /** Creates the command with its subcommands. */
  public static CommandLine create(Console console) {
    return new CommandLine(new LakeCommand())
        .addSubcommand(new LakeQueryCommand(console))
        .addSubcommand(new LakeCompactCommand(console))
        .addSubcommand(new LakeExpireCommand(console));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing subcommand: query, compact or expire.");
  }
}
