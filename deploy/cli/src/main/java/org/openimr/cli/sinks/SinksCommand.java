package org.openimr.cli.sinks;

import org.openimr.cli.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code imr sinks}. */
@Command(
    name = "sinks",
    description = "Inspect and control the sinks; skip a record that blocks one.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "The worker restarts a failed sink after 5 s, then at increasing intervals. A sink that fails"
          + " repeatedly at the same record needs the record fixed or skipped.",
      "",
      "Examples:",
      "  imr sinks list --worker http://127.0.0.1:9096",
      "  imr sinks status database        what failed, and at which record",
      "  imr sinks skip database          skip that record, keep it as a dead letter",
      "  imr sinks pause lake             all connectors of the lake",
      "",
      "Exit code 1 of list and status: a sink has failed."
    })
public final class SinksCommand implements Runnable {
  @Spec private CommandSpec spec;

  private SinksCommand() {}

  /** Creates the command with its subcommands. */
  public static CommandLine create(Console console) {
    return new CommandLine(new SinksCommand())
        .addSubcommand(new SinksListCommand(console))
        .addSubcommand(new SinkStatusCommand(console))
        .addSubcommand(new SinkActionCommand.Pause(console))
        .addSubcommand(new SinkActionCommand.Resume(console))
        .addSubcommand(new SinkActionCommand.Restart(console))
        .addSubcommand(new SinkSkipCommand(console));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Missing subcommand: list, status, pause, resume, restart or skip.");
  }
}
