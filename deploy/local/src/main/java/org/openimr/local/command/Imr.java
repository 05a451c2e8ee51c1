package org.openimr.local.command;

import org.openimr.benchmarks.pipeline.BenchCommand;
import org.openimr.chaos.ChaosCommand;
import org.openimr.evaluate.EvaluateCommand;
import org.openimr.local.access.AclsCommand;
import org.openimr.local.access.KeysCommand;
import org.openimr.local.console.Console;
import org.openimr.local.console.Logs;
import org.openimr.local.contracts.ContractsCommand;
import org.openimr.local.deadletters.DlqCommand;
import org.openimr.local.doctor.DoctorCommand;
import org.openimr.local.lake.LakeCommand;
import org.openimr.local.reconcile.ReconcileCommand;
import org.openimr.local.replay.ReplayCommand;
import org.openimr.local.replay.ResetCommand;
import org.openimr.local.sinks.SinksCommand;
import org.openimr.local.site.DocsCommand;
import org.openimr.sink.Sinks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code imr} command. */
@Command(
    name = "imr",
    description = "Independent Medical Review letters in, typed and enriched events out.",
    subcommands = HelpCommand.class,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  imr up                             all of it on this machine, with the sample letters",
      "  imr up --letters inbox --until-done  the letters of a folder, then a summary",
      "  imr parse letter.pdf --pretty      a letter as JSON, without any broker",
      "  imr help up                        more about one command",
      "",
      "Exit codes: 0 all well, 1 a letter could not be read or the command failed, 2 wrong usage."
    })
public final class Imr {
  private static final int HELP_WIDTH = 100;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Log to standard error, and show where a failure came from.")
  private boolean verbose;

  /** Whether the user wants to see more. */
  boolean verbose() {
    return verbose;
  }

  public static void main(String[] arguments) {
    Logs.quiet();
    CommandLine command = commandLine(Console.ofProcess(System.getenv()));
    int exitCode = command.execute(arguments);
    System.exit(exitCode);
  }

  /** The command with all its subcommands, printing to a console. */
  public static CommandLine commandLine(Console console) {
    CommandLine command =
        new CommandLine(new Imr())
            .addSubcommand(new UpCommand(console))
            .addSubcommand(new ParseCommand(console))
            .addSubcommand(new SendCommand(console))
            .addSubcommand(new TailCommand(console))
            .addSubcommand(new TopicsCommand(console))
            .addSubcommand(new SchemasCommand(console))
            .addSubcommand(new DoctorCommand(console))
            .addSubcommand(new ContractsCommand(console))
            .addSubcommand(new DocsCommand(console))
            .addSubcommand(AclsCommand.with(console))
            .addSubcommand(KeysCommand.with(console))
            .addSubcommand(GuidelinesCommand.with(console))
            .addSubcommand(DlqCommand.with(console))
            .addSubcommand(new EvaluateCommand())
            .addSubcommand(new ChaosCommand())
            .addSubcommand(new BenchCommand())
            .addSubcommand(new GenerateCommand(console))
            .addSubcommand(new ReconcileCommand(console, Sinks.all()))
            .addSubcommand(SinksCommand.with(console))
            .addSubcommand(LakeCommand.with(console))
            .addSubcommand(new ReplayCommand(console))
            .addSubcommand(new ResetCommand(console));
    command.setExecutionStrategy(
        parsed -> {
          if (command.<Imr>getCommand().verbose()) {
            Logs.toStandardError();
          }
          return new CommandLine.RunLast().execute(parsed);
        });
    Complaints complaints = new Complaints(console);
    return command
        .setUsageHelpWidth(HELP_WIDTH)
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }
}
