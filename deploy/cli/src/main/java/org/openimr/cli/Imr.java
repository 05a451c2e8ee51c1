package org.openimr.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.openimr.cli.access.AclsCommand;
import org.openimr.cli.access.KeysCommand;
import org.openimr.cli.console.CliLogging;
import org.openimr.cli.console.Console;
import org.openimr.cli.deadletters.DlqCommand;
import org.openimr.cli.docs.DocsCommand;
import org.openimr.cli.doctor.DoctorCommand;
import org.openimr.cli.guidelines.GuidelinesCommand;
import org.openimr.cli.lake.LakeCommand;
import org.openimr.cli.letters.ParseCommand;
import org.openimr.cli.letters.SendCommand;
import org.openimr.cli.reconcile.ReconcileCommand;
import org.openimr.cli.replay.ReplayCommand;
import org.openimr.cli.replay.ResetCommand;
import org.openimr.cli.schemas.SchemasCommand;
import org.openimr.cli.sinks.SinksCommand;
import org.openimr.cli.topics.TailCommand;
import org.openimr.cli.topics.TopicsCommand;
import org.openimr.sink.worker.SinkTypes;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code imr} command. */
@Command(
    name = "imr",
    description = "Turn Independent Medical Review letters into typed, enriched events.",
    subcommands = HelpCommand.class,
    mixinStandardHelpOptions = true,
    versionProvider = ImrVersionProvider.class,
    synopsisSubcommandLabel = "COMMAND")
public final class Imr {
  private static final int HELP_WIDTH = 100;

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Log to standard error, and print the stack trace of a failure.")
  private boolean verbose;

  /** Whether to log to standard error and print stack traces. */
  boolean verbose() {
    return verbose;
  }

  public static void main(String[] arguments) {
    CliLogging.disable();
    CommandLine command = commandLine(Console.ofProcess(System.getenv()));
    int exitCode = command.execute(arguments);
    System.exit(exitCode);
  }

  /** The command with all installed subcommands, which print to {@code console}. */
  public static CommandLine commandLine(Console console) {
    List<SubcommandProvider> providers =
        ServiceLoader.load(SubcommandProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .toList();
    CommandLine command = new CommandLine(new Imr());
    subcommands(console, providers).forEach(command::addSubcommand);
    for (SubcommandProvider provider : providers) {
      if (!provider.parent().isEmpty()) {
        Objects.requireNonNull(command.getSubcommands().get(provider.parent()), provider.parent())
            .addSubcommand(provider.command(console));
      }
    }
    command.setExecutionStrategy(
        parsed -> {
          if (command.<Imr>getCommand().verbose()) {
            CliLogging.toStandardError();
          }
          return new CommandLine.RunLast().execute(parsed);
        });
    ImrHelp.configure(command);
    CliExceptionHandler exceptionHandler = new CliExceptionHandler(console, providers);
    return command
        .setUsageHelpWidth(HELP_WIDTH)
        .setParameterExceptionHandler(exceptionHandler)
        .setExecutionExceptionHandler(exceptionHandler)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static List<CommandLine> subcommands(
      Console console, List<SubcommandProvider> providers) {
    List<CommandLine> subcommands = new ArrayList<>();
    subcommands.add(new CommandLine(new ParseCommand(console)));
    subcommands.add(new CommandLine(new SendCommand(console)));
    subcommands.add(new CommandLine(new TailCommand(console)));
    subcommands.add(new CommandLine(new TopicsCommand(console)));
    subcommands.add(new CommandLine(new SchemasCommand(console)));
    subcommands.add(new CommandLine(new DoctorCommand(console)));
    subcommands.add(new CommandLine(new DocsCommand(console)));
    subcommands.add(AclsCommand.create(console));
    subcommands.add(KeysCommand.create(console));
    subcommands.add(GuidelinesCommand.create(console));
    subcommands.add(DlqCommand.create(console));
    subcommands.add(new CommandLine(new ReconcileCommand(console, SinkTypes.all())));
    subcommands.add(SinksCommand.create(console));
    subcommands.add(LakeCommand.create(console));
    subcommands.add(new CommandLine(new ReplayCommand(console)));
    subcommands.add(new CommandLine(new ResetCommand(console)));
    for (SubcommandProvider provider : providers) {
      if (provider.parent().isEmpty()) {
        subcommands.add(new CommandLine(provider.command(console)));
      }
    }
    return subcommands;
  }
}
