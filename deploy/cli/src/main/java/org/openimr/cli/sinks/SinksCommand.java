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
    description = "Looks after the sinks: how they are, and the way out when one is stuck.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "A sink that fails is started again by its worker, after 5 s, then later and later. One that"
          + " fails at the same record again and again needs the record fixed or skipped.",
      "",
      "Examples:",
      "  imr sinks list --worker http://127.0.0.1:9096",
      "  imr sinks status database        what failed, and at which record",
      "  imr sinks skip database          keeps that record as a dead letter and goes on",
      "  imr sinks pause lake             all of the lake's connectors; resume goes on",
      "",
      "Exit codes: 0 all well, 1 a sink has failed or the command did, 2 wrong usage."
    })
public final class SinksCommand implements Runnable {
  @Spec private CommandSpec spec;

  private SinksCommand() {}

  /** The command with its subcommands. */
  public static CommandLine with(Console console) {
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
    throw new ParameterException(spec.commandLine(), "Say what to do: list, status, pause, ...");
  }
}
